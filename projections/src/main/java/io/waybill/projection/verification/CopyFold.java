package io.waybill.projection.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Folds events into a copy of a view, batch by batch, as the view's processor folds them into the view. An event that cannot
 * be digested is told, and the later ones of its aggregate are left out, as they are from the view.
 */
public final class CopyFold {
    /** Beyond so many aggregates it is the writer that is broken, not an event. */
    public static final int MAX_POISONED = 1_000;

    private final Scratch scratch;
    private final List<? extends EventMessageHandler> handlers;
    private final Poison poison;
    private final Set<String> poisoned = new HashSet<>();

    /**
     * @param scratch has the copy's tables
     * @param handlers called one after the other for each event
     */
    public CopyFold(Scratch scratch, List<? extends EventMessageHandler> handlers, Poison poison) {
        this.scratch = scratch;
        this.handlers = List.copyOf(handlers);
        this.poison = poison;
    }

    /** Whether an earlier event of the aggregate could not be digested. */
    public boolean isPoisoned(String aggregate) {
        return poisoned.contains(aggregate);
    }

    /**
     * Folds them as one batch; if that fails, one by one.
     *
     * @throws IllegalStateException if the connection is gone, or too much cannot be digested
     */
    public void fold(List<TrackedEventMessage<?>> batch) {
        List<TrackedEventMessage<?>> events =
                batch.stream().filter(event -> !isPoisoned(aggregate(event))).toList();
        if (events.isEmpty()) {
            return;
        }
        try {
            handle(events);
        } catch (RuntimeException failed) {
            scratch.failIfGone();
            events.forEach(this::foldAlone);
        }
    }

    /** What the event's order goes by. */
    public static String aggregate(TrackedEventMessage<?> event) {
        return event instanceof DomainEventMessage<?> ofAggregate
                ? ofAggregate.getAggregateIdentifier()
                : event.getIdentifier();
    }

    private void foldAlone(TrackedEventMessage<?> event) {
        if (isPoisoned(aggregate(event))) {
            return;
        }
        try {
            handle(List.of(event));
        } catch (RuntimeException failed) {
            scratch.failIfGone();
            poisoned.add(aggregate(event));
            poison.found(event, failed);
            if (poisoned.size() > MAX_POISONED) {
                throw new IllegalStateException("more than " + MAX_POISONED + " events cannot be digested", failed);
            }
        }
    }

    private void handle(List<TrackedEventMessage<?>> events) {
        scratch.inTransaction(() -> HandledBatch.of(events, handlers));
    }

    /** Hears of events that cannot be digested, each the first of its aggregate. */
    @FunctionalInterface
    public interface Poison {
        /**
         * May throw, which ends the fold: for a cause that is no event's fault.
         *
         * @param failure with all that caused it
         */
        void found(TrackedEventMessage<?> event, RuntimeException failure);
    }
}
