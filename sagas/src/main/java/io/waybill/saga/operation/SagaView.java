package io.waybill.saga.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.saga.progress.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A saga as an operator sees it: see {@link Report}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SagaView(
        String type,
        String id,
        String step,
        Instant since,
        @Nullable String waitsFor,
        @Nullable Instant dueAt,
        int overdue,
        List<String> undone,
        List<String> reasons,
        @Nullable Instant endedAt) {
    static SagaView of(Report report) {
        return new SagaView(
                report.type(),
                report.id(),
                report.step(),
                report.since(),
                report.waitsFor(),
                report.dueAt(),
                report.overdue(),
                report.undone(),
                report.reasons(),
                report.endedAt());
    }
}
