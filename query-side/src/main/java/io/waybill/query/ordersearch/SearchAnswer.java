package io.waybill.query.ordersearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, best first.
 *
 * @param total how many orders match, in all
 * @param facets for {@code status} and {@code country}: how many would be found with each value, whichever of its values
 *     is chosen now
 */
record SearchAnswer(long total, List<Item> items, Map<String, List<FacetValue>> facets) {
    /**
     * @param highlights for each field that matched, pieces of it as HTML with {@code <em>} around what matched;
     *     everything else in them is escaped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String orderId,
            @Nullable String reference,
            @Nullable String customerId,
            @Nullable String name,
            String country,
            String status,
            FoundOrder.Total total,
            int lineCount,
            String orderedAt,
            long version,
            Map<String, List<String>> highlights) {

        static Item of(FoundOrder order, Map<String, List<String>> highlights) {
            return new Item(
                    order.orderId(),
                    order.reference(),
                    order.customerId(),
                    order.name(),
                    order.country(),
                    order.status(),
                    order.total(),
                    order.lineCount(),
                    order.orderedAt(),
                    order.version(),
                    highlights);
        }
    }

    record FacetValue(String value, long count) {}
}
