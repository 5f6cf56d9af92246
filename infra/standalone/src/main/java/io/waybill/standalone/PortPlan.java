package io.waybill.standalone;

import io.waybill.servers.Ports;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ports of one local run, all of the loopback address, counted from one.
 *
 * @param gateway the one that users need to know, 1 to {@value #HIGHEST}
 */
record PortPlan(int gateway) {
    static final int DEFAULT = 8080;
    static final int HIGHEST = 65_521;

    int commandSide() {
        return gateway + 1;
    }

    int commandSideGrpc() {
        return gateway + 2;
    }

    int sagas() {
        return gateway + 3;
    }

    int projections() {
        return gateway + 4;
    }

    int querySide() {
        return gateway + 5;
    }

    int paymentSimulator() {
        return gateway + 6;
    }

    int postgres() {
        return gateway + 10;
    }

    int kafka() {
        return gateway + 11;
    }

    int kafkaController() {
        return gateway + 12;
    }

    int elasticsearch() {
        return gateway + 13;
    }

    int elasticsearchTransport() {
        return gateway + 14;
    }

    /** The lowest of them that another program has taken. */
    Optional<Integer> firstTaken() {
        return IntStream.concat(
                        IntStream.rangeClosed(gateway, paymentSimulator()),
                        IntStream.rangeClosed(postgres(), elasticsearchTransport()))
                .filter(port -> !Ports.isFree(port))
                .boxed()
                .findFirst();
    }
}
