package io.waybill.projection.dryrun;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.projection.operation.Actor;
import io.waybill.projection.operation.Operation;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.operation.Why;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators, and for whoever checks a release: replay the log through a projection's code, and keep nothing. */
@RestController
@RequestMapping("/api/{version}/operations/projections/{name}/dry-runs")
final class DryRunApi {
    static final String PATH = "/api/v1/operations/projections/{name}/dry-runs";

    private final DryRuns runs;
    private final DryRunner runner;
    private final Views views;
    private final KafkaEventSource log;
    private final OperationLog operations;
    private final InstantSource clock = InstantSource.system();

    DryRunApi(DryRuns runs, DryRunner runner, Views views, KafkaEventSource log, OperationLog operations) {
        this.runs = runs;
        this.runner = runner;
        this.views = views;
        this.log = log;
        this.operations = operations;
    }

    /**
     * Begins a dry run; one at a time. What it makes lies in temporary tables, and goes with it.
     */
    @PostMapping
    ResponseEntity<DryRunStatus> begin(
            @PathVariable String name,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @Valid @RequestBody(required = false) @Nullable DryRunRequest request) {
        View view = views.get(name);
        DryRunRequest asked = Objects.requireNonNullElse(request, DryRunRequest.ALL);
        DryRun run = runs.begin(view.name(), asked.first(), asked.last(log.head()), actor);
        operations.done(
                Operation.DRY_RUN, view.name(), actor, asked.reason(), "events " + run.first() + " to " + run.last());
        runner.run(view, run);
        URI location = URI.create(PATH.replace("{name}", view.name()) + "/" + run.id());
        return ResponseEntity.accepted().location(location).body(DryRunStatus.of(run, clock.instant()));
    }

    @GetMapping("/{id}")
    DryRunStatus one(@PathVariable String name, @PathVariable UUID id) {
        views.get(name);
        return DryRunStatus.of(find(name, id), clock.instant());
    }

    /** Ends it within a second; one that has ended stays as it is. */
    @PostMapping("/{id}/cancel")
    DryRunStatus cancel(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        View view = views.get(name);
        if (runs.end(find(name, id).id(), DryRun.State.CANCELLED, null)) {
            operations.done(Operation.CANCEL_DRY_RUN, view.name(), actor, Why.of(why), id.toString());
        }
        return one(name, id);
    }

    private DryRun find(String name, UUID id) {
        return runs.find(name, id)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_DRY_RUN", "There was no such dry run of " + name + "."));
    }

    /**
     * Which events are to be replayed; all of them without a body.
     *
     * @param from number of the first; of aggregates that began before, nothing is replayed, because a fold of half a
     *     history tells nothing
     * @param to number of the last; the last one on the log, if it is left out or beyond
     */
    record DryRunRequest(
            @Nullable @Min(1) Long from,
            @Nullable @Min(1) Long to,
            @Nullable @Size(max = OperationLog.MAX_REASON) String reason) {
        DryRunRequest {
            reason = Why.storable(reason);
        }

        static final DryRunRequest ALL = new DryRunRequest(null, null, null);

        long first() {
            long first = Objects.requireNonNullElse(from, 1L);
            if (to != null && to < first) {
                throw new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "INVALID_FIELD",
                        "The last event comes before the first.",
                        List.of(new FieldError("/to", "must not be less than from")));
            }
            return first;
        }

        long last(long head) {
            return to == null ? head : Math.min(to, head);
        }
    }
}
