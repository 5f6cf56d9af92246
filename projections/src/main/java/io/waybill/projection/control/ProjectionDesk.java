package io.waybill.projection.control;

import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.NodeProcessors;
import io.waybill.projection.operation.Operation;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.progress.Pauses;
import io.waybill.web.ApiProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator can do about a projection as a whole. */
@Component
final class ProjectionDesk {
    private final Generations generations;
    private final Pauses pauses;
    private final OperationLog operations;
    private final NodeProcessors processors;
    private final Caretaker caretaker;
    private final TransactionTemplate transaction;

    ProjectionDesk(
            Generations generations,
            Pauses pauses,
            OperationLog operations,
            NodeProcessors processors,
            Caretaker caretaker,
            TransactionTemplate transaction) {
        this.generations = generations;
        this.pauses = pauses;
        this.operations = operations;
        this.processors = processors;
        this.caretaker = caretaker;
        this.transaction = transaction;
    }

    /** Stops following, on all nodes, until it is resumed; does nothing if it is stopped. A rebuild goes on by itself. */
    void pause(String view, String actor, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            if (pauses.pause(view, actor, reason)) {
                operations.done(Operation.PAUSE, view, actor, reason, null);
            }
        });
        processors.nudge();
    }

    void resume(String view, String actor, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            if (pauses.resume(view)) {
                operations.done(Operation.RESUME, view, actor, reason, null);
            }
        });
        processors.nudge();
    }

    /**
     * Decides that the generation that served before is to serve again.
     *
     * @throws ApiProblem (409) if none is kept (NOTHING_KEPT), or a switch is under way (SWITCH_RUNNING)
     */
    void rollBack(String view, String actor, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            List<Generation> living = generations.living(view);
            if (living.stream().anyMatch(Generation::toServe)) {
                throw new ApiProblem(HttpStatus.CONFLICT, "SWITCH_RUNNING", view + " is being switched just now.");
            }
            Generation kept = living.stream()
                    .filter(generation -> generation.state() == State.KEPT)
                    .findFirst()
                    .filter(generation -> generations.decide(view, generation.number()))
                    .orElseThrow(() -> new ApiProblem(
                            HttpStatus.CONFLICT, "NOTHING_KEPT", "No earlier generation of " + view + " is kept."));
            operations.done(Operation.ROLLBACK, view, actor, reason, "to generation " + kept.number());
        });
        caretaker.nudge();
    }
}
