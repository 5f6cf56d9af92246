package io.waybill.projection.control;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rebuild for those who can do without the view meanwhile: it is emptied, and fills again from the first event. */
@Component
final class InPlace {
    private static final Logger log = LoggerFactory.getLogger(InPlace.class);

    private final Rebuilds rebuilds;
    private final Generations generations;
    private final ProgressReader progress;
    private final KafkaEventSource events;
    private final Holding holding;
    private final ViewReset reset;
    private final TransactionTemplate transaction;

    InPlace(
            Rebuilds rebuilds,
            Generations generations,
            ProgressReader progress,
            KafkaEventSource events,
            Holding holding,
            ViewReset reset,
            TransactionTemplate transaction) {
        this.rebuilds = rebuilds;
        this.generations = generations;
        this.progress = progress;
        this.events = events;
        this.holding = holding;
        this.reset = reset;
        this.transaction = transaction;
    }

    /** Empties the view, if it is its turn. Whether it did. */
    boolean begin(View view, Rebuild rebuild, int atOnce) throws InterruptedException {
        if (!Boolean.TRUE.equals(transaction.execute(status -> rebuilds.hasRoom(rebuild, atOnce)))) {
            return false;
        }
        Generation serving = generations.serving(view.name()).orElseThrow();
        Fingerprint before = view.fingerprint(serving.number());
        return holding.whileHeld(serving, () -> {
            long head = events.head();
            reset.reset(view, serving, () -> {
                rebuilds.measuredBefore(rebuild, before);
                if (!rebuilds.hasRoom(rebuild, atOnce) || !rebuilds.begun(rebuild, serving.number(), head)) {
                    throw new IllegalStateException("another rebuild was quicker, or this one is not wanted any more");
                }
            });
            log.info("Emptied {}, which has {} events to go", view.name(), head);
            return true;
        });
    }

    /** Whether it has come to the event that was the last one when it was emptied. */
    boolean follow(View view, Rebuild rebuild) {
        Generation serving = generations.serving(view.name()).orElseThrow();
        long position = progress.position(serving);
        if (rebuild.total() == null || position < rebuild.total()) {
            return false;
        }
        Fingerprint after = view.fingerprint(serving.number());
        transaction.executeWithoutResult(status -> {
            rebuilds.measuredAfter(rebuild, after);
            rebuilds.switched(view.name(), serving.number(), position);
        });
        return true;
    }
}
