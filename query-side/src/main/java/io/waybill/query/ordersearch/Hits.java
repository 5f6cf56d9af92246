package io.waybill.query.ordersearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.waybill.query.ordersearch.SearchAnswer.FacetValue;
import io.waybill.query.ordersearch.SearchAnswer.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Elasticsearch's answer in our words. */
final class Hits {
    /** The name of the counts below each facet. */
    static final String VALUES = "values";

    private static final String SUBFIELD = ".words";

    private Hits() {}

    static SearchAnswer answer(SearchResponse<FoundOrder> found) {
        long total = found.hits().total() == null ? 0 : found.hits().total().value();
        return new SearchAnswer(
                total, found.hits().hits().stream().map(Hits::item).toList(), facets(found.aggregations()));
    }

    private static Item item(Hit<FoundOrder> hit) {
        Map<String, List<String>> highlights = new TreeMap<>();
        hit.highlight().forEach((field, pieces) -> highlights.put(field.replace(SUBFIELD, ""), pieces));
        return Item.of(Objects.requireNonNull(hit.source(), "a hit has its document"), highlights);
    }

    private static Map<String, List<FacetValue>> facets(Map<String, Aggregate> counted) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        OrderSearch.FACETS.forEach(facet -> facets.put(facet, values(counted.get(facet))));
        return facets;
    }

    private static List<FacetValue> values(@Nullable Aggregate counted) {
        Aggregate values =
                counted == null ? null : counted.filter().aggregations().get(VALUES);
        if (values == null) {
            return List.of();
        }
        return values.sterms().buckets().array().stream()
                .map(bucket -> new FacetValue(bucket.key().stringValue(), bucket.docCount()))
                .toList();
    }
}
