package io.waybill.faults;

import io.waybill.servers.Ending;
import io.waybill.standalone.LocalService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One service in a process of its own, as in an installation. */
final class ServiceProcess {
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            // As in an installation: what is out of memory ends, and is started again, instead of living on by half.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-UsePerfData");
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final LocalService service;
    private final Class<?> program;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    /**
     * @param program whose main method starts it: the service's application, or one that bends it first
     * @param log to which its output is appended
     */
    ServiceProcess(LocalService service, Class<?> program, Path log) {
        this.service = service;
        this.program = program;
        this.log = log;
    }

    String name() {
        return service.name();
    }

    String url() {
        return "http://127.0.0.1:" + service.port();
    }

    /** Returns at once; see {@link #isReady}. */
    void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Not on the command line, where everybody on the machine reads passwords.
        builder.environment()
                .putAll(Map.of(
                        "SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(service.properties())));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        Process running = process;
        if (running != null) {
            Ending.force(running.toHandle());
        }
    }

    boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    boolean isReady() {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .timeout(LOOK)
                .build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
