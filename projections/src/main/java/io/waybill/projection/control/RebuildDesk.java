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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
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
        return decided(() -> {
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
        boolean may = switch (rebuild.state()) {
            case QUEUED, REBUILDING, CATCHING_UP -> true;
            case COMPARING, READY, SWITCHED, PAUSED, FAILED, CANCELLED -> false;
        };
        return change(rebuild, Operation.PAUSE_REBUILD, actor, reason, may, () -> rebuilds.pause(rebuild));
    }

    Rebuild resume(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(
                rebuild,
                Operation.RESUME_REBUILD,
                actor,
                reason,
                rebuild.state() == State.PAUSED,
                () -> rebuilds.goOn(rebuild, State.PAUSED));
    }

    /** Goes on from where it failed. */
    Rebuild retry(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(
                rebuild,
                Operation.RETRY_REBUILD,
                actor,
                reason,
                rebuild.state() == State.FAILED,
                () -> rebuilds.goOn(rebuild, State.FAILED));
    }

    /** Gives up, and takes away what there is. A view that was emptied has only what the rebuild gives it, and needs it. */
    Rebuild cancel(Rebuild rebuild, String actor, @Nullable String reason) {
        boolean may = rebuild.endedAt() == null && !(rebuild.isInPlace() && rebuild.generation() != null);
        return change(rebuild, Operation.CANCEL_REBUILD, actor, reason, may, () -> {
            Integer generation = rebuild.generation();
            if (generation == null) {
                return rebuilds.cancel(rebuild);
            }
            // Decided to serve, it may be about to: who locks its row first has his way.
            return generations.discardUnlessToServe(rebuild.projection(), generation) && rebuilds.cancel(rebuild);
        });
    }

    /** Lets readers see it, whatever the comparison came to. */
    Rebuild switchOver(Rebuild rebuild, String actor, @Nullable String reason) {
        return change(
                rebuild,
                Operation.SWITCH,
                actor,
                reason,
                rebuild.state() == State.READY && rebuild.generation() != null,
                () -> rebuilds.move(rebuild, State.READY, State.READY)
                        && generations.decide(rebuild.projection(), Objects.requireNonNull(rebuild.generation())));
    }

    Rebuild throttle(Rebuild rebuild, @Nullable Integer eventsPerSecond, String actor, @Nullable String reason) {
        return change(rebuild, Operation.THROTTLE_REBUILD, actor, reason, rebuild.endedAt() == null, () -> {
            rebuilds.throttle(rebuild, eventsPerSecond);
            return true;
        });
    }

    /** @throws ApiProblem (404, UNKNOWN_REBUILD) if there was none of this id */
    Rebuild find(String projection, UUID id) {
        return rebuilds.find(projection, id)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_REBUILD", "There was no such rebuild of " + projection + "."));
    }

    private Rebuild change(
            Rebuild rebuild,
            Operation action,
            String actor,
            @Nullable String reason,
            boolean may,
            Supplier<Boolean> change) {
        return decided(() -> {
            if (!may || !change.get()) {
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        "REBUILD_STATE",
                        "The rebuild is "
                                + find(rebuild.projection(), rebuild.id()).state() + ", which this cannot be done in.");
            }
            operations.done(
                    action, rebuild.projection(), actor, reason, rebuild.id().toString());
            return find(rebuild.projection(), rebuild.id());
        });
    }

    private Rebuild decided(Supplier<Rebuild> decision) {
        Rebuild decided = transaction.execute(status -> decision.get());
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
