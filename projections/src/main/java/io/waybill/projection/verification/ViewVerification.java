package io.waybill.projection.verification;

import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.verify.Check;
import io.waybill.eventing.verify.Differences;
import io.waybill.eventing.verify.Watcher;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.Shadow;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Writers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a view once more, from the log, beside the one that is there, up to exactly the events that the view has seen, and
 * compares the two row by row. The view and the positions of its segments are read in one snapshot; a view outside of the
 * database is read between two looks at the positions, and may hold whatever lies between them.
 */
@Component
final class ViewVerification {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Generations generations;
    private final Writers writers;
    private final DataSource database;
    private final TransactionTemplate snapshot;
    private final KafkaEventSource log;
    private final ProgressReader progress;
    private final SegmentTokens tokens;
    private final Duration patience;

    ViewVerification(
            Generations generations,
            Writers writers,
            DataSource database,
            PlatformTransactionManager transactions,
            KafkaEventSource log,
            ProgressReader progress,
            SegmentTokens tokens,
            @Value("${waybill.verification.patience}") Duration patience) {
        this.generations = generations;
        this.writers = writers;
        this.database = database;
        this.log = log;
        this.progress = progress;
        this.tokens = tokens;
        this.patience = patience;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Takes as long as a rebuild would.
     *
     * @param upTo the event that the view must have seen at least
     * @throws IllegalStateException if the log cannot be read, or a database does not answer
     * @throws InterruptedException if it is no longer wanted
     */
    Check check(View view, long upTo, Watcher watcher) throws InterruptedException {
        long begun = System.nanoTime();
        Differences differences = new Differences();
        awaitPosition(view, upTo, watcher, differences);
        long parked = progress.of(view).deadLetters().count();
        if (parked > 0) {
            differences.add("parked", parked, "see its dead letters");
        }
        try (Scratch scratch = Scratch.open(database)) {
            Generation serving = generations.servingNow(view.name());
            Shadow shadow = view.shadow(serving.number(), writers.of(view, serving.number()));
            Extent extent = read(serving, shadow, scratch);
            scratch.inTransaction(() -> {
                shadow.create();
                return true;
            });
            fold(new Folding(shadow, scratch, extent, differences), extent.upTo(), watcher);
            Fingerprint held = scratch.inTransaction(() -> {
                Comparison comparison = new Comparison(scratch.jdbc(), differences);
                comparison.compare(shadow);
                return comparison.view();
            });
            return new Check(
                    view.name(),
                    held.rows(),
                    held.checksum().toString(),
                    List.of(),
                    differences.list(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        }
    }

    private void awaitPosition(View view, long upTo, Watcher watcher, Differences differences)
            throws InterruptedException {
        long position = progress.of(view).position();
        long movedAt = System.nanoTime();
        while (position < upTo) {
            if (System.nanoTime() - movedAt > patience.toNanos()) {
                differences.add("not yet handled", upTo - position, "it stands at number " + position);
                return;
            }
            watcher.at("waiting for " + view.name(), position, upTo);
            Thread.sleep(LOOK_AGAIN);
            long now = progress.of(view).position();
            if (now != position) {
                movedAt = System.nanoTime();
            }
            position = now;
        }
    }

    private Extent read(Generation serving, Shadow shadow, Scratch scratch) {
        if (shadow.mayRunAhead()) {
            long before = progress.position(serving);
            shadow.readView(scratch);
            scratch.flush();
            return Extent.between(before, log.head());
        }
        Extent extent = snapshot.execute(status -> {
            Extent now = Extent.of(tokens.of(serving.processor()));
            shadow.readView(scratch);
            return now;
        });
        scratch.flush();
        return extent;
    }

    private void fold(Folding folding, long upTo, Watcher watcher) throws InterruptedException {
        if (upTo == 0) {
            return;
        }
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(LogPosition.START)) {
            for (long number = 0; number < upTo; ) {
                if (!events.hasNextAvailable((int) SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the log ends with " + number + ", but " + upTo + " were seen");
                }
                TrackedEventMessage<?> event = events.nextAvailable();
                number = event.trackingToken().position().orElseThrow();
                folding.add(event, number);
                watcher.at("view", number, upTo);
            }
        }
        folding.flush();
    }
}
