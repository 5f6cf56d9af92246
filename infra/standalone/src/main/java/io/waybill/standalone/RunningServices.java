package io.waybill.standalone;

import io.waybill.web.Service;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of this JVM, each with an application context of its own. */
final class RunningServices {
    /** Ten times what a laptop needs: a service that never becomes ready is found out all the same. */
    private static final Duration UNTIL_READY = Duration.ofMinutes(5);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    private final Progress progress;
    private final Deque<Running> running = new ArrayDeque<>();
    private boolean stopping;

    RunningServices(Progress progress) {
        this.progress = progress;
    }

    /** @throws LocalRunFailed when it cannot start */
    void start(LocalService service) {
        if (isStopping()) {
            return;
        }
        try {
            add(new Running(service, Service.start(service.application(), service.name(), service.properties())));
        } catch (RuntimeException e) {
            throw new LocalRunFailed(service.name() + " did not start: " + rootCause(e), e);
        }
        progress.say(service.name() + " has started on port " + service.port());
    }

    /** @throws LocalRunFailed when one of them is not ready in time */
    void awaitReadiness() {
        long deadline = System.nanoTime() + UNTIL_READY.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (LocalService service : services()) {
                Health health = Health.of(client, service.port());
                while (!health.isUp()) {
                    if (System.nanoTime() > deadline) {
                        throw new LocalRunFailed(service.name() + " is not ready after " + UNTIL_READY.toSeconds()
                                + " s: " + health + ".");
                    }
                    Thread.sleep(BETWEEN_QUESTIONS);
                    health = Health.of(client, service.port());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunFailed("Interrupted while the services started.", e);
        }
    }

    /** Ends them, the last one started first. */
    void stop() {
        for (Running service = nextToStop(); service != null; service = nextToStop()) {
            service.context().close();
            progress.say(service.service().name() + " has ended");
        }
    }

    private synchronized void add(Running service) {
        if (stopping) {
            service.context().close();
        } else {
            running.push(service);
        }
    }

    private synchronized @Nullable Running nextToStop() {
        stopping = true;
        return running.poll();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized List<LocalService> services() {
        return running.stream().map(Running::service).toList();
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private record Running(LocalService service, ConfigurableApplicationContext context) {}
}
