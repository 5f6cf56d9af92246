package io.waybill.saga.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.letters.store.Parked;
import io.waybill.saga.progress.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next what to give as {@code after} for the next page; left out on the last one
 * @param readers what each reader of events has parked, whatever the page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SagaPage(List<SagaView> items, @Nullable String next, List<Parking> readers) {
    /** @param name of a saga, or of what calls an outside provider for one */
    record Parking(String name, Parked deadLetters) {}

    /** @param reports up to one more than the page takes */
    static SagaPage of(List<Report> reports, int limit, List<Parking> readers) {
        List<Report> page = reports.subList(0, Math.min(limit, reports.size()));
        return new SagaPage(
                page.stream().map(SagaView::of).toList(),
                reports.size() > limit
                        ? page.getLast().type() + '/' + page.getLast().id()
                        : null,
                readers);
    }
}
