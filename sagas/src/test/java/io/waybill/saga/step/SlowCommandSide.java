package io.waybill.saga.step;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waybill.eventing.Provenance;
import io.waybill.rpc.Accepted;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import io.waybill.rpc.Refused;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A command side that answers when the test says so. */
final class SlowCommandSide extends CommandsGrpc.CommandsImplBase implements AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> actors = new CopyOnWriteArrayList<>();
    private final BlockingQueue<StreamObserver<CommandReply>> waiting = new LinkedBlockingQueue<>();
    private final Server server;

    SlowCommandSide() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(this)
                .build()
                .start();
    }

    @Override
    public void dispatch(CommandRequest request, StreamObserver<CommandReply> reply) {
        asked.add(request.getId());
        actors.add(request.getMetadataOrThrow(Provenance.ACTOR));
        waiting.add(reply);
    }

    int port() {
        return server.getPort();
    }

    /** The names of the steps that came, in their order. */
    List<String> asked() {
        return asked;
    }

    /** In whose names they came. */
    List<String> actors() {
        return actors;
    }

    int waiting() {
        return waiting.size();
    }

    void accept() throws InterruptedException {
        StreamObserver<CommandReply> reply = waiting.take();
        reply.onNext(CommandReply.newBuilder()
                .setAccepted(Accepted.getDefaultInstance())
                .build());
        reply.onCompleted();
    }

    void refuse(String reason) throws InterruptedException {
        StreamObserver<CommandReply> reply = waiting.take();
        reply.onNext(CommandReply.newBuilder()
                .setRefused(Refused.newBuilder().setReason(reason))
                .build());
        reply.onCompleted();
    }

    /** As for a step that another node is taking. */
    void putOff() throws InterruptedException {
        waiting.take().onError(Status.UNAVAILABLE.withDescription("not now").asRuntimeException());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
