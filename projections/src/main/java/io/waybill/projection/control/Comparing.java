package io.waybill.projection.control;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.rebuild.Rebuild.Comparison;
import io.waybill.projection.view.View;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Compares two generations while both follow the log. Both are read at about the same moment, and what differs may only have
 * been read a little earlier in the one than in the other: so it is looked at again when both have passed the end of the log
 * of that moment, as often as it changes. What differs then, and has stayed as it was, is a difference.
 */
@Component
final class Comparing {
    /** Rows that change all the time are looked at so often; what still differs then counts. */
    private static final int MAX_LOOKS = 10;

    /** One that has not moved for so long is not waited for: it is paused, or in trouble. */
    private static final Duration STANDING_STILL = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final DataSource database;
    private final KafkaEventSource events;
    private final ProgressReader progress;

    Comparing(DataSource database, KafkaEventSource events, ProgressReader progress) {
        this.database = database;
        this.events = events;
        this.progress = progress;
    }

    /**
     * Takes as long as reading both takes; the memory is PostgreSQL's.
     *
     * @param wanted asked now and then
     * @throws IllegalStateException if it is not wanted any more, or something is away
     */
    Comparison compare(View view, Generation before, Generation after, BooleanSupplier wanted)
            throws InterruptedException {
        List<String> columns = view.common(before.number(), after.number());
        if (columns.isEmpty()) {
            return new Comparison(
                    view.fingerprint(before.number()), view.fingerprint(after.number()), null, List.of(), List.of());
        }
        try (Sheets sheets = Sheets.open(database)) {
            sheets.read(view, before, after, columns);
            Comparison first = sheets.firstLook(columns);
            for (int look = 0; look < MAX_LOOKS && sheets.isOpen(); look++) {
                long head = events.head();
                awaitPosition(before, head, wanted);
                awaitPosition(after, head, wanted);
                sheets.readOpen(view, before, after, columns);
                sheets.lookAgain();
            }
            return new Comparison(first.before(), first.after(), sheets.differing(), sheets.examples(), columns);
        }
    }

    private void awaitPosition(Generation generation, long head, BooleanSupplier wanted) throws InterruptedException {
        long position = progress.position(generation);
        long movedAt = System.nanoTime();
        while (position < head && System.nanoTime() - movedAt < STANDING_STILL.toNanos()) {
            if (!wanted.getAsBoolean()) {
                throw new IllegalStateException("the comparison of " + generation.view() + " is not wanted any more");
            }
            Thread.sleep(LOOK_AGAIN);
            long now = progress.position(generation);
            if (now != position) {
                movedAt = System.nanoTime();
            }
            position = now;
        }
    }
}
