package io.waybill.standalone;

import io.waybill.servers.Ports;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Shows what runs, how it is, and what it takes. */
@Command(
        name = "status",
        description = "Shows what runs, how it is, and what it takes; exit code 0 when all is up.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    private static final String ROW = "  %-18s %6d %8s  %s%n";
    private static final int NOT_ALL_UP = 1;

    private final PrintWriter out;

    Status(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Home home = Home.find();
        Optional<RunState> state = home.exists() ? RunState.read(home) : Optional.empty();
        Optional<ProcessHandle> supervisor =
                state.flatMap(run -> home.supervisor().process());
        if (supervisor.isEmpty()) {
            out.println("Waybill is not running: ./waybill up starts it.");
            return NOT_ALL_UP;
        }
        return show(home, state.orElseThrow(), supervisor.get()) ? 0 : NOT_ALL_UP;
    }

    private boolean show(Home home, RunState state, ProcessHandle supervisor) {
        out.printf(
                "Waybill at http://localhost:%d, data in %s%n%n", state.ports().gateway(), home.folder());
        out.printf("  %-18s %6s %8s  %s%n", "", "port", "process", "health");
        boolean services = showServices(home, state, supervisor);
        boolean servers = showServers(home, state);
        out.println();
        showMemory(home, supervisor);
        showStart(state);
        return services && servers && state.isReady();
    }

    private boolean showServices(Home home, RunState state, ProcessHandle supervisor) {
        boolean allUp = true;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (LocalService service : LocalServices.all(state.ports(), Credentials.in(home))) {
                Health health = Health.of(client, service.port());
                out.printf(ROW, service.name(), service.port(), supervisor.pid(), health);
                allUp &= health.isUp();
            }
        }
        return allUp;
    }

    private boolean showServers(Home home, RunState state) {
        boolean allUp = true;
        for (OwnedServer server : OwnedServer.values()) {
            Optional<ProcessHandle> process = server.pidFile(home).process();
            int port = server.port(state.ports());
            boolean up = process.isPresent() && !Ports.isFree(port);
            String pid = process.map(ProcessHandle::pid).map(Object::toString).orElse("-");
            out.printf(ROW, server.label(), port, pid, up ? "UP" : "AWAY");
            allUp &= up;
        }
        return allUp;
    }

    private void showMemory(Home home, ProcessHandle supervisor) {
        Stream<ProcessHandle> servers = Stream.of(OwnedServer.values())
                .flatMap(server -> server.pidFile(home).process().stream())
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
        OptionalLong bytes = Memory.of(Stream.concat(Stream.of(supervisor), servers));
        String taken = bytes.isPresent() ? Memory.gibibytes(bytes.getAsLong()) : "not told by this system";
        out.printf("  memory  %s, limit %s%n", taken, Memory.gibibytes(Memory.LIMIT_BYTES));
    }

    private void showStart(RunState state) {
        String taken = state.isReady() ? seconds(state.readyAfter()) : "not ready yet";
        out.printf("  start   %s, limit %s%n", taken, seconds(RunState.START_LIMIT));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
