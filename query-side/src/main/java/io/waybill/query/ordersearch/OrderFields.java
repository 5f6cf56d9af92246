package io.waybill.query.ordersearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.waybill.query.elastic.Facet;
import io.waybill.query.elastic.Search;
import io.waybill.query.elastic.SearchFields;
import io.waybill.query.elastic.SearchSort;
import io.waybill.query.elastic.SearchSort.KeyType;
import io.waybill.query.elastic.SearchSort.SearchKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an order's document offers to be found, counted and sorted by. */
final class OrderFields {
    static final String STATUS = "status";
    static final String COUNTRY = "country";
    static final String SKU = "sku";
    static final String DAY = "day";
    static final String TOTAL = "total";

    /** Values that a facet shows: there are fewer countries, and a year has fewer days. */
    private static final int MOST_COUNTRIES = 250;

    private static final int MOST_STATUSES = 20;
    private static final int MOST_SKUS = 50;
    private static final int MOST_DAYS = 366;

    private static final List<Integer> BOUNDS = List.of(10, 50, 100, 500, 1_000, 5_000);

    private static final List<Facet> FACETS = List.of(
            Facet.ofValues(STATUS, "status", MOST_STATUSES),
            Facet.ofValues(COUNTRY, "country", MOST_COUNTRIES),
            Facet.ofValues(SKU, "skus", MOST_SKUS),
            Facet.ofLastValues(DAY, "day", MOST_DAYS),
            Facet.ofAmounts(TOTAL, "total.currency", "total.amount.value", BOUNDS));

    /** What is counted where nothing is said about it. */
    private static final List<Facet> USUAL_FACETS = FACETS.subList(0, 2);

    private static final SearchFields WORDS = new SearchFields(
            "orderId",
            List.of("reference", "customerId.words", "skus.words", "parcels.trackingNumber"),
            List.of("name", "descriptions"),
            "descriptions");

    private static final SearchKey ID = SearchKey.descending("orderId", KeyType.TEXT);
    private static final SearchKey NEWEST = SearchKey.descending("orderedAt", KeyType.TIME);
    private static final SearchSort RELEVANCE = SearchSort.of("relevance", SearchKey.relevance(), NEWEST, ID);
    private static final SearchSort NEWEST_FIRST = SearchSort.of("-orderedAt", NEWEST, ID);
    private static final List<SearchSort> SORTS = List.of(
            RELEVANCE,
            NEWEST_FIRST,
            SearchSort.of(
                    "orderedAt",
                    SearchKey.ascending("orderedAt", KeyType.TIME),
                    SearchKey.ascending("orderId", KeyType.TEXT)),
            SearchSort.of("-total", SearchKey.descending("total.amount.value", KeyType.DECIMAL), ID),
            SearchSort.of("total", SearchKey.ascending("total.amount.value", KeyType.DECIMAL), ID));

    private OrderFields() {}

    static Search search(
            String words,
            Map<String, Query> filters,
            List<Facet> facets,
            SearchSort sort,
            int limit,
            @Nullable String after) {
        return new Search("ordersearch", words, WORDS, filters, facets, sort, limit, after);
    }

    static SearchSort sort(@Nullable String chosen, String words) {
        return SearchSort.chosen(chosen, words, NEWEST_FIRST, RELEVANCE, SORTS);
    }

    static List<Facet> facets(@Nullable String chosen) {
        return Facet.chosen(chosen, USUAL_FACETS, FACETS);
    }
}
