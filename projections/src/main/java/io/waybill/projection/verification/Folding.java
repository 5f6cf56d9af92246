package io.waybill.projection.verification;

import io.waybill.eventing.verify.Differences;
import io.waybill.projection.view.Shadow;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.core.NestedExceptionUtils;

/** Folds into the copy what of the log the view has seen. An event that cannot be digested is a difference of its own. */
final class Folding {
    private static final int BATCH = 500;

    private final Shadow shadow;
    private final Extent extent;
    private final CopyFold fold;
    private final List<TrackedEventMessage<?>> batch = new ArrayList<>();
    private boolean ahead;

    Folding(Shadow shadow, Scratch scratch, Extent extent, Differences differences) {
        this.shadow = shadow;
        this.extent = extent;
        this.fold = new CopyFold(
                scratch,
                List.of(new AnnotationEventHandlerAdapter(shadow.writer())),
                (event, failure) -> differences.add(
                        "cannot be digested",
                        CopyFold.aggregate(event) + ": " + NestedExceptionUtils.getMostSpecificCause(failure)));
    }

    void add(TrackedEventMessage<?> event, long number) {
        String aggregate = CopyFold.aggregate(event);
        boolean seen = extent.hasSeen(aggregate, number);
        if (fold.isPoisoned(aggregate) || (!seen && !shadow.mayRunAhead())) {
            return;
        }
        if (!seen && !ahead) {
            flush();
            shadow.nowAhead();
            ahead = true;
        }
        batch.add(event);
        // Ahead, each state may be the one that the view shows.
        if (ahead || batch.size() == BATCH) {
            flush();
        }
    }

    /** To be called after the last event. */
    void flush() {
        fold.fold(batch);
        batch.clear();
    }
}
