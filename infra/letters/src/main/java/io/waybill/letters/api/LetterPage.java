package io.waybill.letters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.letters.store.DeadLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next what to give as {@code after} for the next page; left out on the last one */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterPage(List<LetterSummary> items, @Nullable Long next) {
    /** @param letters up to one more than the page takes */
    static LetterPage of(List<DeadLetter> letters, int limit) {
        List<DeadLetter> page = letters.subList(0, Math.min(limit, letters.size()));
        return new LetterPage(
                page.stream().map(LetterSummary::of).toList(),
                letters.size() > limit ? page.getLast().number() : null);
    }
}
