package io.waybill.saga.step;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A command side that takes every command and writes it down, or is away. */
public final class TakenCommands extends CommandsGrpc.CommandsImplBase implements AutoCloseable {
    public volatile boolean away;

    private final List<CommandRequest> taken = new CopyOnWriteArrayList<>();
    private final Server server;

    public TakenCommands() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build()
                .start();
    }

    public int port() {
        return server.getPort();
    }

    /** Each command once, as its name and its JSON. */
    public List<String> commands() {
        return taken.stream()
                .map(request -> request.getName() + " " + request.getPayload().toStringUtf8())
                .distinct()
                .toList();
    }

    /** The id of each step, once. */
    public Set<String> steps() {
        return taken.stream().map(CommandRequest::getId).collect(Collectors.toUnmodifiableSet());
    }

    /** How many different steps were taken with this command. */
    public long count(String command) {
        return taken.stream()
                .filter(request -> request.getName().equals(command))
                .map(CommandRequest::getId)
                .distinct()
                .count();
    }

    @Override
    public void dispatch(CommandRequest request, StreamObserver<CommandReply> reply) {
        if (away) {
            reply.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        taken.add(request);
        reply.onNext(CommandReply.getDefaultInstance());
        reply.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
