package io.waybill.projection.verification;

import io.waybill.eventing.verify.Differences;
import io.waybill.projection.view.Shadow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.core.NestedExceptionUtils;

/**
 * Folds the log into the copy, batch by batch, as the view's processor folds it into the view. An event that cannot be
 * digested is a fault of its own, and the later ones of its aggregate are left out, as they are from the view.
 */
final class Folding {
    private static final int BATCH = 500;

    /** Beyond so many aggregates it is the writer that is broken, not an event. */
    private static final int MAX_POISONED = 1_000;

    private final Shadow shadow;
    private final Scratch scratch;
    private final Extent extent;
    private final Differences differences;
    private final AnnotationEventHandlerAdapter handlers;
    private final Set<String> poisoned = new HashSet<>();
    private final List<TrackedEventMessage<?>> batch = new ArrayList<>();
    private boolean ahead;

    Folding(Shadow shadow, Scratch scratch, Extent extent, Differences differences) {
        this.shadow = shadow;
        this.scratch = scratch;
        this.extent = extent;
        this.differences = differences;
        this.handlers = new AnnotationEventHandlerAdapter(shadow.writer());
    }

    void add(TrackedEventMessage<?> event, long number) {
        String aggregate = aggregate(event);
        boolean seen = extent.hasSeen(aggregate, number);
        if (poisoned.contains(aggregate) || (!seen && !shadow.mayRunAhead())) {
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
        List<TrackedEventMessage<?>> events = List.copyOf(batch);
        batch.clear();
        if (events.isEmpty()) {
            return;
        }
        try {
            fold(events);
        } catch (RuntimeException failed) {
            scratch.failIfGone();
            events.forEach(this::foldAlone);
        }
    }

    private void foldAlone(TrackedEventMessage<?> event) {
        if (poisoned.contains(aggregate(event))) {
            return;
        }
        try {
            fold(List.of(event));
        } catch (RuntimeException failed) {
            scratch.failIfGone();
            poisoned.add(aggregate(event));
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failed);
            differences.add("cannot be digested", aggregate(event) + ": " + cause);
            if (poisoned.size() > MAX_POISONED) {
                throw new IllegalStateException("more than " + MAX_POISONED + " events cannot be digested", failed);
            }
        }
    }

    private void fold(List<TrackedEventMessage<?>> events) {
        scratch.inTransaction(() -> {
            BatchingUnitOfWork<TrackedEventMessage<?>> work = new BatchingUnitOfWork<>(events);
            ResultMessage<?> result = work.executeWithResult(
                    () -> handlers.handle(work.getMessage()), RollbackConfigurationType.ANY_THROWABLE);
            if (result.isExceptional()) {
                throw new IllegalStateException(result.exceptionResult());
            }
            return events.size();
        });
    }

    private static String aggregate(TrackedEventMessage<?> event) {
        return event instanceof DomainEventMessage<?> ofAggregate
                ? ofAggregate.getAggregateIdentifier()
                : event.getIdentifier();
    }
}
