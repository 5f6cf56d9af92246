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
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A command side that takes every step once, however often it is asked, and writes its name down. */
public final class TakenSteps extends CommandsGrpc.CommandsImplBase implements AutoCloseable {
    private final Set<String> names = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();
    private final Server server;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    public TakenSteps() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build()
                .start();
    }

    public String target() {
        return "static://127.0.0.1:" + server.getPort();
    }

    /** The names of the steps of this order's fulfilment, in the order in which they were taken. */
    public List<String> of(Object order) {
        return List.of(names.toArray(String[]::new)).stream()
                .filter(name -> name.contains(order.toString()))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    /** When the step of this name came first; null if it has not. */
    public Instant arrival(String name) {
        return arrivals.get(name);
    }

    /** From now on, nobody is answered; who asks stands still. */
    public void hold() {
        answering = new CountDownLatch(1);
    }

    /** All are answered. */
    public void release() {
        answering.countDown();
    }

    @Override
    public void dispatch(CommandRequest request, StreamObserver<CommandReply> reply) {
        names.add(request.getId());
        arrivals.putIfAbsent(request.getId(), Instant.now());
        try {
            answering.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        reply.onNext(CommandReply.getDefaultInstance());
        reply.onCompleted();
    }

    @Override
    public void close() {
        release();
        server.shutdownNow();
    }
}
