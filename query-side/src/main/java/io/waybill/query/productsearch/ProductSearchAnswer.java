package io.waybill.query.productsearch;

import io.waybill.query.elastic.FacetValue;
import io.waybill.query.elastic.Found;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in the order that was asked for.
 *
 * @param total how many products match, in all; if {@code totalIsLowerBound}, there are more
 * @param facets for each that was asked for: how many would be found with each value, whichever of its values is chosen
 *     now; if {@code facetsArePartial}, only some of the products were counted, because so many match
 * @param suggestions what may have been meant: the words of {@code q}, with those put right that no product is called; on
 *     the first page only
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record ProductSearchAnswer(
        long total,
        boolean totalIsLowerBound,
        List<Item> items,
        Map<String, List<FacetValue>> facets,
        boolean facetsArePartial,
        List<String> suggestions,
        @Nullable String next) {

    static ProductSearchAnswer of(Found<FoundProduct> found, String words) {
        return new ProductSearchAnswer(
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
    record Item(
            String sku,
            String name,
            FoundProduct.Price price,
            String status,
            long version,
            Map<String, List<String>> highlights) {

        static Item of(FoundProduct product, Map<String, List<String>> highlights) {
            return new Item(
                    product.sku(), product.name(), product.price(), product.status(), product.version(), highlights);
        }
    }
}
