package io.waybill.projection;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import io.waybill.rpc.HistoriesGrpc;
import io.waybill.rpc.HistoryPage;
import io.waybill.rpc.HistoryRequest;
import io.waybill.rpc.history.HistoryPages;
import io.waybill.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Tells histories from a test's event store, as the command side does. */
final class TestHistories implements AutoCloseable {
    private final TestLog log;
    private final Server server;
    private final int port;

    private TestHistories(TestLog log, int port) {
        this.log = log;
        this.port = port;
        try {
            this.server = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                    .addService(new Stored())
                    .build()
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static TestHistories of(TestLog log) {
        return new TestHistories(log, Ports.free());
    }

    /** The same once more, at the same address, after it was closed. */
    TestHistories again() {
        return new TestHistories(log, port);
    }

    /** What leads the service there. */
    Map<String, Object> properties() {
        return Map.of("spring.grpc.client.channel.command-side.target", "static://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Stored extends HistoriesGrpc.HistoriesImplBase {
        @Override
        public void find(HistoryRequest request, StreamObserver<HistoryPage> reply) {
            String aggregate = request.getAggregateId();
            long last = log.last(aggregate);
            reply.onNext(HistoryPages.of(log.stored(aggregate, request.getAfter(), HistoryPages.MAX_EVENTS), last));
            reply.onCompleted();
        }
    }
}
