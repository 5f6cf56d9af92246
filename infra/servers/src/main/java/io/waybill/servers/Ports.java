package io.waybill.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of the loopback address. */
public final class Ports {
    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 20_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * A port that nobody uses at this moment. It lies below those that operating systems hand out by themselves, to
     * whoever connects or asks for any port at all: one of these may be gone before a server has started on it, or while
     * it is down for a moment.
     */
    public static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .limit(ATTEMPTS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no port from " + LOWEST + " to " + HIGHEST + " was free in " + ATTEMPTS + " attempts"));
    }

    /** Whether a server could listen on {@code port} now. A port whose last connections linger counts as free. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
