package io.waybill.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Ports of the loopback address. */
public final class Ports {
    private static final int LOWEST = 10_000;
    private static final int RANGE = 10_000;
    private static final int ATTEMPTS = 100;

    /** Between the first ports of two processes whose numbers are next to each other. */
    private static final int STRIDE = 97;

    /** Counted up, and from elsewhere in every process: no port is given out twice before anybody has started on it. */
    private static final AtomicLong NEXT =
            new AtomicLong(ProcessHandle.current().pid() * STRIDE);

    private Ports() {}

    /**
     * A port that nobody uses at this moment. It lies below those that operating systems hand out by themselves, to
     * whoever connects or asks for any port at all: one of these may be gone before a server has started on it, or while
     * it is down for a moment.
     */
    public static int free() {
        return LongStream.generate(NEXT::getAndIncrement)
                .limit(ATTEMPTS)
                .mapToInt(next -> LOWEST + (int) (next % RANGE))
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + ATTEMPTS + " ports was free"));
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
