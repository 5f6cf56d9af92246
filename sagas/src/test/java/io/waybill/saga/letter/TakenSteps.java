package io.waybill.saga.letter;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A command side that takes every step and writes its name down. */
final class TakenSteps extends CommandsGrpc.CommandsImplBase implements AutoCloseable {
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final Server server;

    TakenSteps() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build()
                .start();
    }

    String target() {
        return "static://127.0.0.1:" + server.getPort();
    }

    /** The names of the steps of this order's fulfilment, in the order in which they were taken. */
    List<String> of(Object order) {
        return names.stream()
                .filter(name -> name.contains(order.toString()))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    @Override
    public void dispatch(CommandRequest request, StreamObserver<CommandReply> reply) {
        names.add(request.getId());
        reply.onNext(CommandReply.getDefaultInstance());
        reply.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
