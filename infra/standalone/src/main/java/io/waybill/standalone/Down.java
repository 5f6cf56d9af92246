package io.waybill.standalone;

import io.waybill.servers.Ending;
import java.io.PrintWriter;
import java.time.Duration;
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
        boolean any = false;
        Optional<ProcessHandle> supervisor = home.supervisor().process();
        if (supervisor.isPresent()) {
            out.println("Ending the services and their servers (process "
                    + supervisor.get().pid() + ") …");
            out.flush();
            boolean inOrder = Ending.TERMINATE.end(supervisor.get(), PATIENCE);
            home.supervisor().delete();
            out.println(inOrder ? "All have ended." : "They did not end in time and were ended by force.");
            any = true;
        }
        for (OwnedServer server : OwnedServer.values()) {
            if (server.end(home)) {
                out.println(server.label() + " was left behind, and has been ended.");
                any = true;
            }
        }
        return any;
    }
}
