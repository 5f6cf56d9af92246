package io.waybill.standalone;

import io.waybill.servers.Ports;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ports of one local run, all of the loopback address, counted from one.
 *
 * @param gateway the one that users need to know, 1 to {@value #HIGHEST}
 */
public record PortPlan(int gateway) {
    static final int DEFAULT = 8080;
    static final int HIGHEST = 65_521;

    public int commandSide() {
        return gateway + 1;
    }

    public int commandSideGrpc() {
        return gateway + 2;
    }

    public int sagas() {
        return gateway + 3;
    }

    public int projections() {
        return gateway + 4;
    }

    public int querySide() {
        return gateway + 5;
    }

    public int paymentSimulator() {
        return gateway + 6;
    }

    public int postgres() {
        return gateway + 10;
    }

    public int kafka() {
        return gateway + 11;
    }

    public int kafkaController() {
        return gateway + 12;
    }

    public int elasticsearch() {
        return gateway + 13;
    }

    public int elasticsearchTransport() {
        return gateway + 14;
    }

    /** The lowest of them that another program has taken. */
    public Optional<Integer> firstTaken() {
        return IntStream.concat(
                        IntStream.rangeClosed(gateway, paymentSimulator()),
                        IntStream.rangeClosed(postgres(), elasticsearchTransport()))
                .filter(port -> !Ports.isFree(port))
                .boxed()
                .findFirst();
    }
}
