package io.waybill.standalone;

import io.waybill.servers.LocalServer;
import io.waybill.servers.ServerFailed;
import java.util.Collection;

/** Starts a server again that has ended without being asked to. */
final class ServerWatch {
    /** In one run, for one server: one that dies more often has a trouble that starting does not mend. */
    private static final int MAX_RESTARTS = 10;

    private final Progress progress;
    private volatile boolean over;

    ServerWatch(Progress progress) {
        this.progress = progress;
    }

    void keep(Collection<LocalServer> servers) {
        servers.forEach(server -> Thread.startVirtualThread(() -> watch(server)));
    }

    /** From now on servers end because they are told to. */
    void end() {
        over = true;
    }

    private void watch(LocalServer server) {
        try {
            for (int restart = 1; restart <= MAX_RESTARTS; restart++) {
                server.awaitEnd();
                if (over) {
                    return;
                }
                progress.say(server.name() + " has ended unasked and is started again");
                server.start();
                progress.say(server.name() + " answers again");
            }
            progress.say(server.name() + " was started again " + MAX_RESTARTS + " times, and will not be any more");
        } catch (ServerFailed e) {
            progress.say(e.getMessage() + " It stays away until ./waybill down and up.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
