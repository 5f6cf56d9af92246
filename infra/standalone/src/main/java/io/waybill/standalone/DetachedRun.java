package io.waybill.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code up} in a process that outlives this one, and shows what it says until it is ready. */
final class DetachedRun {
    private static final int BETWEEN_LOOKS_MILLIS = 100;

    private final Home home;
    private final PortPlan ports;
    private final PrintWriter out;
    private long shown;

    DetachedRun(Home home, PortPlan ports, PrintWriter out) {
        this.home = home;
        this.ports = ports;
        this.out = out;
    }

    /** Returns the exit code: 0 when Waybill is ready, also when it was already, else that of the failed start. */
    int follow() throws IOException, InterruptedException {
        Files.deleteIfExists(home.upLog());
        Process supervisor = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(home.upLog().toFile())
                .start();
        Thread interrupted = new Thread(supervisor::destroy, "interrupted-start");
        Runtime.getRuntime().addShutdownHook(interrupted);
        while (!supervisor.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
            boolean ready = isReady(supervisor.pid());
            show();
            if (ready) {
                Runtime.getRuntime().removeShutdownHook(interrupted);
                return 0;
            }
        }
        show();
        return supervisor.exitValue();
    }

    private boolean isReady(long pid) {
        return RunState.read(home)
                .filter(state -> state.pid() == pid && state.isReady())
                .isPresent();
    }

    private void show() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(home.upLog().toFile(), "r")) {
            log.seek(shown);
            byte[] news = new byte[(int) (log.length() - shown)];
            log.readFully(news);
            shown += news.length;
            out.print(new String(news, StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** This JVM again, without {@code --detach}; away from our terminal where the system has setsid. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Waybill.class.getName()));
        command.addAll(List.of("up", "--port", Integer.toString(ports.gateway())));
        return command;
    }
}
