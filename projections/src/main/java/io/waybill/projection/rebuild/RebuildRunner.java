package io.waybill.projection.rebuild;

import io.waybill.projection.rebuild.Rebuild.State;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps every unfinished rebuild going, one thread for each, also over a restart of the service. */
@Component
final class RebuildRunner {
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(RebuildRunner.class);

    private final Rebuilds rebuilds;
    private final Rebuilder rebuilder;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("rebuild-", 0).factory());
    private final CountDownLatch closing = new CountDownLatch(1);

    RebuildRunner(Rebuilds rebuilds, Rebuilder rebuilder) {
        this.rebuilds = rebuilds;
        this.rebuilder = rebuilder;
    }

    void run(Rebuild rebuild) {
        threads.execute(() -> {
            try {
                untilFinished(rebuild);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        rebuilds.unfinished().forEach(this::run);
    }

    @PreDestroy
    void close() throws InterruptedException {
        closing.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void untilFinished(Rebuild rebuild) throws InterruptedException {
        boolean closed = false;
        while (!closed) {
            Duration wait = STEP;
            try {
                Rebuild now = rebuilds.find(rebuild.projection(), rebuild.id()).orElse(rebuild);
                rebuilder.step(now);
                if (now.state() == State.DONE || now.state() == State.FAILED) {
                    return;
                }
            } catch (RuntimeException away) {
                log.warn("The rebuild of {} waits: {}", rebuild.projection(), away.toString());
                wait = AFTER_FAILURE;
            }
            closed = closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
