package io.waybill.letters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.letters.store.DiscardedLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next what to give as {@code after} for the next page; left out on the last one */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiscardedPage(List<DiscardedView> items, @Nullable Long next) {
    /** @param letters up to one more than the page takes */
    static DiscardedPage of(List<DiscardedLetter> letters, int limit) {
        List<DiscardedLetter> page = letters.subList(0, Math.min(limit, letters.size()));
        return new DiscardedPage(
                page.stream().map(DiscardedView::of).toList(),
                letters.size() > limit ? page.getLast().id() : null);
    }
}
