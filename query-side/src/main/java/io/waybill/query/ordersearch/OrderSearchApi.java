package io.waybill.query.ordersearch;

import io.waybill.query.elastic.Amounts;
import io.waybill.query.elastic.SearchSort;
import io.waybill.query.elastic.Searches;
import io.waybill.query.elastic.Words;
import io.waybill.query.parameter.Cursor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /search/orders}. */
@RestController
class OrderSearchApi {
    static final int MAX_LIMIT = 100;
    private static final int MAX_FILTER_LENGTH = 1_000;

    private final Searches searches;

    OrderSearchApi(Searches searches) {
        this.searches = searches;
    }

    /**
     * Finds orders by words of customers' names and products' descriptions, misspelt or not yet typed to their end, and by
     * order, reference, customer, SKU and tracking numbers or their beginnings.
     *
     * @param q words that have to be found; none for all orders
     * @param status one, or several with commas between them, as in {@code country}, {@code sku} and {@code currency}
     * @param country exactly as it stands in the order; a comma within it is written {@code \,}
     * @param currency of the total; needed with {@code minTotal} and {@code maxTotal}
     * @param from the first day, and {@code to} the last, in UTC
     * @param sort {@code relevance} (where there are words), {@code orderedAt}, {@code total}, or with {@code -} in front
     *     for the newest or greatest first
     * @param facets what is counted: of {@code status}, {@code country}, {@code sku}, {@code day}, {@code total}; empty for
     *     nothing
     * @param after where the page before ended: its {@code next}
     */
    @GetMapping("/api/{version}/search/orders")
    OrderSearchAnswer find(
            @RequestParam(defaultValue = "") @Size(max = Words.MAX_LENGTH) String q,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MAX_FILTER_LENGTH) String status,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MAX_FILTER_LENGTH) String country,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MAX_FILTER_LENGTH) String sku,
            @RequestParam(required = false) @Nullable @Size(min = 3, max = 79) String currency,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Amounts.PATTERN) String minTotal,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Amounts.PATTERN) String maxTotal,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 20) String sort,
            @RequestParam(required = false) @Nullable @Size(max = 100) String facets,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        OrderFilters filters = new OrderFilters()
                .status(status)
                .country(country)
                .sku(sku)
                .total(currency, minTotal, maxTotal)
                .day(from, to);
        SearchSort order = OrderFields.sort(sort, q);
        return OrderSearchAnswer.of(
                searches.find(
                        OrderFields.search(q, filters.all(), OrderFields.facets(facets), order, limit, after),
                        FoundOrder.class),
                q);
    }
}
