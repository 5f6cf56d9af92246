package io.waybill.standalone;

import io.waybill.servers.Ending;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends everything, also what is left of a run whose supervisor was killed. */
@Command(
        name = "down",
        description = "Ends Waybill and all its servers; the data stay.",
        mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {
    /** Longer than the services and the servers take to end in good order. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintWriter out;

    Down(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!end(Home.find(), out)) {
            out.println("Waybill is not running.");
        }
        return 0;
    }

    /** Returns whether anything ran. */
    static boolean end(Home home, PrintWriter out) {
        if (!home.exists()) {
            return false;
        }
        boolean ended = endSupervisor(home, out);
        for (OwnedServer server : OwnedServer.values()) {
            if (server.end(home)) {
                out.println(server.label() + " was left behind, and has been ended.");
                ended = true;
            }
        }
        return ended;
    }

    private static boolean endSupervisor(Home home, PrintWriter out) {
        Optional<ProcessHandle> supervisor = home.supervisor().process();
        supervisor.ifPresent(process -> {
            out.println("Ending the services and their servers (process " + process.pid() + ") …");
            out.flush();
            long began = System.nanoTime();
            boolean inOrder = Ending.TERMINATE.end(process, PATIENCE);
            home.supervisor().delete();
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            out.printf(
                    Locale.ROOT,
                    "The services, PostgreSQL, Kafka and Elasticsearch have ended%s after %.1f s. The data stay.%n",
                    inOrder ? "" : " by force",
                    taken.toMillis() / 1000.0);
        });
        return supervisor.isPresent();
    }
}
