package io.waybill.query.ordersearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.query.elastic.FacetValue;
import io.waybill.query.elastic.Found;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in the order that was asked for.
 *
 * @param total how many orders match, in all; if {@code totalIsLowerBound}, there are more
 * @param facets for each that was asked for: how many would be found with each value, whichever of its values is chosen
 *     now; if {@code facetsArePartial}, only some of the orders were counted, because so many match
 * @param suggestions what may have been meant: the words of {@code q}, with those put right that no product is called; on
 *     the first page only
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record OrderSearchAnswer(
        long total,
        boolean totalIsLowerBound,
        List<Item> items,
        Map<String, List<FacetValue>> facets,
        boolean facetsArePartial,
        List<String> suggestions,
        @Nullable String next) {

    static OrderSearchAnswer of(Found<FoundOrder> found, String words) {
        return new OrderSearchAnswer(
                found.total(),
                found.isLowerBound(),
                found.documents().stream()
                        .map(each -> Item.of(each, each.highlights(words)))
                        .toList(),
                found.facets(),
                found.partial(),
                found.suggestions(),
                found.next());
    }

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
}
