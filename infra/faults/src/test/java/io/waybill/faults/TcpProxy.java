package io.waybill.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network that can be cut and slowed, between everybody and one server. */
final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    /** Passes on what comes to the one port of the loopback address to the other. */
    TcpProxy(int port, int server) {
        this.server = server;
        try {
            door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().name("proxy-" + port).start(this::accept);
    }

    /** Ends every connection in the middle of whatever it carries; new ones are refused until {@link #heal}. */
    void cut() {
        cut = true;
        breakOff();
    }

    /** Ends every connection; new ones are welcome at once. */
    void breakOff() {
        open.forEach(TcpProxy::close);
    }

    /** Holds up each piece of what is carried, up to 16 KiB, for so long. */
    void slow(Duration each) {
        delay = each;
    }

    void heal() {
        cut = false;
        delay = Duration.ZERO;
    }

    @Override
    public void close() {
        cut();
        close(door);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (cut) {
            close(client);
            return;
        }
        try {
            Socket onward = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            onward.setTcpNoDelay(true);
            open.add(client);
            open.add(onward);
            Thread.ofVirtual().start(() -> carry(client, onward));
            Thread.ofVirtual().start(() -> carry(onward, client));
            if (cut) {
                breakOff();
            }
        } catch (IOException away) {
            close(client);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                Thread.sleep(delay);
                out.write(chunk, 0, read);
            }
        } catch (IOException ended) {
            // One end has gone; the other goes with it.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            // It is what was wanted.
        }
    }
}
