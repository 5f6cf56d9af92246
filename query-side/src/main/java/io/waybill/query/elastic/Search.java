package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One search.
 *
 * @param view whose index is searched
 * @param words what makes something found, and more or less relevant; blank for everything
 * @param fields where they are looked for
 * @param filters what narrows it down, each by the name of the facet that it is a choice of
 * @param facets what is counted
 * @param limit what a page holds
 * @param after where the page before ended; null for the first
 */
public record Search(
        String view,
        String words,
        SearchFields fields,
        Map<String, Query> filters,
        List<Facet> facets,
        SearchSort sort,
        int limit,
        @Nullable String after) {
    public Search {
        filters = Map.copyOf(filters);
        facets = List.copyOf(facets);
    }
}
