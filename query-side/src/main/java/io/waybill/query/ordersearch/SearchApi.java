package io.waybill.query.ordersearch;

import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /search/orders}. */
@RestController
class SearchApi {
    static final int MAX_LIMIT = 100;
    static final int MAX_WORDS_LENGTH = 200;
    private static final int MAX_FACET_LENGTH = 100;

    private final OrderSearch search;

    SearchApi(OrderSearch search) {
        this.search = search;
    }

    /** @param q words that have to be found; none for all orders, newest first */
    @GetMapping("/api/{version}/search/orders")
    SearchAnswer find(
            @RequestParam(defaultValue = "") @Size(max = MAX_WORDS_LENGTH) String q,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MAX_FACET_LENGTH) String status,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MAX_FACET_LENGTH) String country,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = MAX_LIMIT) int limit) {
        Map<String, String> chosen = new TreeMap<>();
        if (status != null) {
            chosen.put("status", status);
        }
        if (country != null) {
            chosen.put("country", country);
        }
        return search.find(q, chosen, limit);
    }
}
