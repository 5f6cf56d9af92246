package io.waybill.projection.repair;

import io.waybill.projection.operation.Actor;
import io.waybill.projection.operation.Operation;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.operation.Why;
import io.waybill.projection.view.Repair;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: make the rows of single aggregates anew. */
@RestController
@RequestMapping("/api/{version}/operations/projections/{name}/repairs")
final class RepairApi {
    static final String PATH = "/api/v1/operations/projections/{name}/repairs";
    static final int MAX_IDS = 1_000;

    /** As long as the ids of events may be. */
    static final int MAX_ID = 200;

    private final Repairs repairs;
    private final RepairRunner runner;
    private final Views views;
    private final OperationLog operations;
    private final TransactionTemplate transaction;

    RepairApi(
            Repairs repairs,
            RepairRunner runner,
            Views views,
            OperationLog operations,
            TransactionTemplate transaction) {
        this.repairs = repairs;
        this.runner = runner;
        this.views = views;
        this.operations = operations;
        this.transaction = transaction;
    }

    /** Makes the rows of these aggregates anew, each from its own history, one after the other. */
    @PostMapping
    ResponseEntity<RepairStatus> begin(
            @PathVariable String name,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @Valid @RequestBody RepairRequest request) {
        View view = views.get(name);
        if (view.repair() instanceof Repair.Impossible(String why)) {
            throw new ApiProblem(HttpStatus.CONFLICT, "NOT_REPAIRABLE", why + " Rebuild " + name + " instead.");
        }
        UUID id = Objects.requireNonNull(transaction.execute(status -> {
            operations.done(Operation.REPAIR, view.name(), actor, request.reason(), String.join(", ", request.ids()));
            return repairs.begin(view.name(), request.ids(), actor, request.reason());
        }));
        runner.wake();
        URI location = URI.create(PATH.replace("{name}", view.name()) + "/" + id);
        return ResponseEntity.accepted().location(location).body(find(view.name(), id));
    }

    @GetMapping("/{id}")
    RepairStatus one(@PathVariable String name, @PathVariable UUID id) {
        return find(views.get(name).name(), id);
    }

    private RepairStatus find(String name, UUID id) {
        return repairs.find(name, id)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_REPAIR", "There was no such repair of " + name + "."));
    }

    /** @param ids of aggregates, as events carry them: a SKU in upper case, a customer's as {@code customer:17850} */
    record RepairRequest(
            @NotNull @Size(min = 1, max = MAX_IDS)
            List<@NotNull @Size(min = 1, max = MAX_ID) @Pattern(regexp = "^[ -~]+$") String> ids,

            @Nullable @Size(max = OperationLog.MAX_REASON) String reason) {
        RepairRequest {
            reason = Why.storable(reason);
        }
    }
}
