package io.waybill.projection.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.projection.view.Views;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: what was done before, by whom and why. */
@RestController
final class HistoryApi {
    static final int MAX_LIMIT = 200;

    private final History history;
    private final Views views;

    HistoryApi(History history, Views views) {
        this.history = history;
        this.views = views;
    }

    /**
     * What operators did to projections, the newest first.
     *
     * @param projection of which; all of them without it
     * @param after the {@code next} of the page before
     */
    @GetMapping("/api/{version}/operations/projections/history")
    HistoryPage page(
            @RequestParam(required = false) @Nullable String projection,
            @RequestParam(required = false) @Nullable @Range(min = 1) Long after,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = MAX_LIMIT) int limit) {
        if (projection != null) {
            views.get(projection);
        }
        List<PastOperation> found = history.page(projection, after, limit + 1);
        List<PastOperation> items = found.stream().limit(limit).toList();
        return new HistoryPage(items, found.size() > limit ? items.getLast().id() : null);
    }

    /** @param next what to ask for {@code after} to get the next page; null on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryPage(List<PastOperation> items, @Nullable Long next) {}
}
