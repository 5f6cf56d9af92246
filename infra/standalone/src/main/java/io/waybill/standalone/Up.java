package io.waybill.standalone;

import io.waybill.servers.Installation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, and ends everything on Ctrl-C. */
@Command(name = "up", description = "Starts Waybill; Ctrl-C ends it.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
    private static final int ALREADY_RUNNING = 0;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "" + PortPlan.DEFAULT,
            description = "The gateway's port; the others are counted from it. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when Waybill is ready; ./waybill down ends it.")
    private boolean detach;

    private final PrintWriter out;

    Up(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 1 || port > PortPlan.HIGHEST) {
            throw new LocalRunFailed("--port is a number from 1 to " + PortPlan.HIGHEST + ", but was " + port + ".");
        }
        Home home = Home.find();
        home.create();
        PortPlan ports = new PortPlan(port);
        if (detach) {
            return new DetachedRun(home, ports, out).follow();
        }
        try (RunLock lock = RunLock.of(home)) {
            if (!lock.isHeld()) {
                out.println(RunLock.holder(home));
                return ALREADY_RUNNING;
            }
            new LocalRun(home, Installation.find(), ports).untilTheEnd();
            return 0;
        }
    }
}
