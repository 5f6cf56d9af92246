package io.waybill.projection.dryrun;

import io.waybill.projection.dryrun.DryRun.State;
import io.waybill.projection.view.View;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Runs dry runs, each on the node that was asked; it ends with the node. */
@Component
final class DryRunner {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(DryRunner.class);

    private final DryRuns runs;
    private final Rehearsal rehearsal;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("dry-run-", 0).factory());

    DryRunner(DryRuns runs, Rehearsal rehearsal) {
        this.runs = runs;
        this.rehearsal = rehearsal;
    }

    void run(View view, DryRun run) {
        threads.execute(() -> {
            try {
                rehearsal.play(view, run);
                runs.end(run.id(), State.DONE, null);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                end(run, "The service was stopped.");
            } catch (RuntimeException failed) {
                log.warn("The dry run of {} broke off", view.name(), failed);
                end(run, String.valueOf(NestedExceptionUtils.getMostSpecificCause(failed)));
            }
        });
    }

    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(DryRun run, String why) {
        try {
            runs.end(run.id(), State.FAILED, why);
        } catch (RuntimeException away) {
            log.warn("The end of the dry run of {} could not be noted: {}", run.projection(), away.toString());
        }
    }
}
