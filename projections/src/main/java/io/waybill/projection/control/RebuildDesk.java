package io.waybill.projection.control;

import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.NodeProcessors;
import io.waybill.projection.operation.Operation;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.rebuild.RebuildOrder;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.web.ApiProblem;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator can do about a rebuild: each is decided and recorded in one transaction, and then comes about. */
@Component
final class RebuildDesk {
    private final Rebuilds rebuilds;
    private final Generations generations;
    private final OperationLog operations;
    private final NodeProcessors processors;
    private final Caretaker caretaker;
    private final TransactionTemplate transaction;

    RebuildDesk(
            Rebuilds rebuilds,
            Generations generations,
            OperationLog operations,
            NodeProcessors processors,
            Caretaker caretaker,
            TransactionTemplate transaction) {
        this.rebuilds = rebuilds;
        this.generations = generations;
        this.operations = operations;
        this.processors = processors;
        this.caretaker = caretaker;
        this.transaction = transaction;
    }

    /**
     * The rebuild that is asked for; the one there is if it was asked for before, with the same key.
     *
     * @throws ApiProblem (409, REBUILD_RUNNING) if the projection is being rebuilt
     */
    Rebuild begin(RebuildOrder order) {
        return decided(status -> {
            Optional<Rebuild> asked = rebuilds.ask(order);
            if (asked.isEmpty()) {
                return rebuilds.asked(order.projection(), order.key()).orElseThrow(() -> running(order.projection()));
            }
            Rebuild begun = asked.get();
            operations.done(
                    Operation.REBUILD,
                    order.projection(),
                    order.askedBy(),
                    order.reason(),
                    begun.id() + " " + order.mode() + " " + order.switchWhen());
            return begun;
        });
    }

    Rebuild pause(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(rebuild, Operation.PAUSE_REBUILD, actor, reason, now -> switch (now.state()) {
            case QUEUED, REBUILDING, CATCHING_UP -> rebuilds.pause(now);
            case COMPARING, READY, SWITCHED, PAUSED, FAILED, CANCELLED -> false;
        });
    }

    Rebuild resume(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(rebuild, Operation.RESUME_REBUILD, actor, reason, now -> rebuilds.goOn(now, State.PAUSED));
    }

    /** Goes on from where it failed. */
    Rebuild retry(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(rebuild, Operation.RETRY_REBUILD, actor, reason, now -> rebuilds.goOn(now, State.FAILED));
    }

    /** Gives up, and takes away what there is. A view that was emptied has only what the rebuild gives it, and needs it. */
    Rebuild cancel(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(rebuild, Operation.CANCEL_REBUILD, actor, reason, now -> {
            Integer generation = now.generation();
            if (now.endedAt() != null || (now.isInPlace() && generation != null)) {
                return false;
            }
            // Decided to serve, it may be about to: who locks its row first has his way.
            return (generation == null || generations.discardUnlessToServe(now.projection(), generation))
                    && rebuilds.cancel(now);
        });
    }

    /** Lets readers see it, whatever the comparison came to. */
    Rebuild switchOver(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(
                rebuild,
                Operation.SWITCH,
                actor,
                reason,
                now -> now.generation() != null
                        && rebuilds.move(now, State.READY, State.READY)
                        && generations.decide(now.projection(), now.generation()));
    }

    Rebuild throttle(Rebuild rebuild, @Nullable Integer eventsPerSecond, String actor, @Nullable String reason) {
        return change(
                rebuild,
                Operation.THROTTLE_REBUILD,
                actor,
                reason,
                now -> now.endedAt() == null && rebuilds.throttle(now, eventsPerSecond));
    }

    /** @throws ApiProblem (404, UNKNOWN_REBUILD) if there was none of this id */
    Rebuild find(String projection, UUID id) {
        return rebuilds.find(projection, id)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_REBUILD", "There was no such rebuild of " + projection + "."));
    }

    /**
     * The rebuild after the change. One that went on to another state since it was seen is changed from there, if it can be.
     *
     * @param change from the state that the rebuild says; false where that cannot be, or it is in another by now
     */
    private Rebuild change(
            Rebuild seen, Operation action, String actor, @Nullable String reason, Predicate<Rebuild> change) {
        Rebuild now = seen;
        Optional<Rebuild> changed = changed(now, action, actor, reason, change);
        while (changed.isEmpty()) {
            Rebuild before = now;
            now = find(before.projection(), before.id());
            if (now.state() == before.state()) {
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        "REBUILD_STATE",
                        "The rebuild is " + now.state() + ", which this cannot be done in.");
            }
            changed = changed(now, action, actor, reason, change);
        }
        return changed.get();
    }

    private Optional<Rebuild> changed(
            Rebuild now, Operation action, String actor, @Nullable String reason, Predicate<Rebuild> change) {
        return decided(status -> {
            if (!change.test(now)) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            operations.done(action, now.projection(), actor, reason, now.id().toString());
            return Optional.of(find(now.projection(), now.id()));
        });
    }

    private <T> T decided(TransactionCallback<T> decision) {
        T decided = transaction.execute(decision);
        processors.nudge();
        caretaker.nudge();
        return decided;
    }

    private ApiProblem running(String projection) {
        String by = rebuilds.unfinished(projection)
                .map(other -> " by " + other.askedBy() + " since " + other.askedAt() + " (" + other.id() + ")")
                .orElse("");
        return new ApiProblem(
                HttpStatus.CONFLICT, "REBUILD_RUNNING", projection + " is already being rebuilt" + by + ".");
    }
}
