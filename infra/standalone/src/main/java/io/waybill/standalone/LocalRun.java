package io.waybill.standalone;

import io.waybill.servers.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** One run of everything in this process, from the first check to the end. */
final class LocalRun {
    private final Home home;
    private final Installation installation;
    private final PortPlan ports;

    LocalRun(Home home, Installation installation, PortPlan ports) {
        this.home = home;
        this.installation = installation;
        this.ports = ports;
    }

    /**
     * Starts everything, says so, and returns only when it is interrupted: the process's end ends everything.
     *
     * @throws LocalRunFailed when a port is in use; nothing has been started then
     */
    void untilTheEnd() throws IOException, InterruptedException {
        PrintStream terminal = System.out;
        Progress progress = new Progress(terminal, commandGiven());
        progress.say("Waybill starts; its data and logs are in " + home.folder());
        endWhatWasLeft(progress);
        ports.firstTaken().ifPresent(port -> {
            throw new LocalRunFailed("Port " + port + " is in use by another program. Nothing was started;"
                    + " ./waybill up --port PORT counts all ports from another one.");
        });
        Logs.takeOver(home);
        home.supervisor().write(ProcessHandle.current());
        state(Duration.ZERO).write(home);
        Supervisor supervisor = new Supervisor(home, installation, ports, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor, progress), "end-of-waybill"));
        supervisor.start();
        Duration readyAfter = progress.elapsed();
        progress.say("Waybill is ready at http://localhost:" + ports.gateway());
        progress.tell("");
        progress.tell(FirstSteps.text(ports, Instant.now().getEpochSecond()));
        // Last, because a detached start stops reading what is said here as soon as it sees that this is written.
        state(readyAfter).write(home);
        new CountDownLatch(1).await();
    }

    private void endWhatWasLeft(Progress progress) {
        for (OwnedServer server : OwnedServer.values()) {
            if (server.end(home)) {
                progress.say(server.label() + " of an earlier run was left behind, and has been ended");
            }
        }
    }

    private void end(Supervisor supervisor, Progress progress) {
        supervisor.stop();
        home.supervisor().delete();
        progress.say("Waybill has ended; its data stay");
    }

    /** ./waybill says when it was called; else the time counts from this process's start. */
    private static Instant commandGiven() {
        Long millis = Long.getLong("waybill.called-at-millis");
        return millis == null
                ? ProcessHandle.current().info().startInstant().orElseGet(Instant::now)
                : Instant.ofEpochMilli(millis);
    }

    private RunState state(Duration readyAfter) {
        return new RunState(ProcessHandle.current().pid(), ports, readyAfter);
    }
}
