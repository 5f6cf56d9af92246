package io.waybill.saga.operation;

import io.waybill.saga.progress.Report;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.progress.StoredProgress;
import io.waybill.web.ApiProblem;
import java.time.Duration;
import java.util.List;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What an operator looks up and sets going. */
@Component
class SagaDesk {
    private final List<SagaKind> kinds;
    private final StoredProgress progress;
    private final SagaStore<Object> sagas;
    private final DeadlineManager deadlines;

    SagaDesk(List<SagaKind> kinds, StoredProgress progress, SagaStore<Object> sagas, DeadlineManager deadlines) {
        this.kinds = List.copyOf(kinds);
        this.progress = progress;
        this.sagas = sagas;
        this.deadlines = deadlines;
    }

    /** @throws ApiProblem (404, UNKNOWN_SAGA) for a type that there is not */
    List<Report> page(boolean stuck, @Nullable String type, @Nullable String after, int limit) {
        if (type != null) {
            kind(type);
        }
        return progress.page(stuck, type, after == null ? null : last(after), limit);
    }

    /** @throws ApiProblem (404, UNKNOWN_SAGA) if there never was one */
    Report report(String type, String id) {
        kind(type);
        return progress.find(type, id).orElseThrow(() -> unknown("There never was a " + type + " of " + id + "."));
    }

    /**
     * Sets a deadline that is due at once: so whichever node meets it, the saga is locked, and its steps are taken as ever.
     *
     * @throws ApiProblem (404, UNKNOWN_SAGA) if there never was one; (409, SAGA_ENDED) if it waits for nothing any more
     */
    Report retry(String type, String id) {
        Report report = report(type, id);
        SagaKind kind = kind(type);
        String saga = sagas.findSagas(kind.saga(), new AssociationValue(kind.association(), id)).stream()
                .findFirst()
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.CONFLICT, "SAGA_ENDED", "The " + type + " of " + id + " has ended."));
        deadlines.schedule(
                Duration.ZERO,
                SagaKind.RETRY,
                id,
                new SagaScopeDescriptor(kind.saga().getSimpleName(), saga));
        return report;
    }

    private static StoredProgress.Key last(String after) {
        int slash = after.indexOf('/');
        return new StoredProgress.Key(after.substring(0, slash), after.substring(slash + 1));
    }

    private SagaKind kind(String type) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow(() -> unknown("There are "
                        + String.join(", ", kinds.stream().map(SagaKind::type).toList()) + "."));
    }

    private static ApiProblem unknown(String detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_SAGA", detail);
    }
}
