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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A command side that takes every step once, however often it is asked, and writes its name down. */
final class TakenSteps extends CommandsGrpc.CommandsImplBase implements AutoCloseable {
    private final Set<String> names = Collections.synchronizedSet(new LinkedHashSet<>());
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
        return List.of(names.toArray(String[]::new)).stream()
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
