package io.waybill.query.productsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.waybill.query.elastic.Amounts;
import io.waybill.query.elastic.Facet;
import io.waybill.query.elastic.Filters;
import io.waybill.query.elastic.Search;
import io.waybill.query.elastic.SearchFields;
import io.waybill.query.elastic.SearchSort;
import io.waybill.query.elastic.SearchSort.KeyType;
import io.waybill.query.elastic.SearchSort.SearchKey;
import io.waybill.query.parameter.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a product's document offers to be found, counted, narrowed and sorted by. */
final class ProductFields {
    private static final String STATUS = "status";
    private static final String PRICE = "price";
    private static final List<String> STATUSES = List.of("ACTIVE", "DISCONTINUED");
    private static final Amounts PRICES = new Amounts(PRICE, "minPrice", "maxPrice");

    private static final List<Integer> BOUNDS = List.of(1, 2, 5, 10, 20, 50, 100);
    private static final List<Facet> FACETS = List.of(
            Facet.ofValues(STATUS, "status", STATUSES.size()),
            Facet.ofAmounts(PRICE, "price.currency", "price.amount.value", BOUNDS));

    private static final SearchFields WORDS = new SearchFields(null, List.of("sku.words"), List.of("name"), "name");

    private static final SearchKey SKU = SearchKey.ascending("sku", KeyType.TEXT);
    private static final SearchSort RELEVANCE = SearchSort.of("relevance", SearchKey.relevance(), SKU);
    private static final SearchSort BY_SKU = SearchSort.of("sku", SKU);
    private static final List<SearchSort> SORTS = List.of(
            RELEVANCE,
            BY_SKU,
            SearchSort.of("price", SearchKey.ascending("price.amount.value", KeyType.DECIMAL), SKU),
            SearchSort.of("-price", SearchKey.descending("price.amount.value", KeyType.DECIMAL), SKU));

    private ProductFields() {}

    static Search search(
            String words,
            Map<String, Query> filters,
            List<Facet> facets,
            SearchSort sort,
            int limit,
            @Nullable String after) {
        return new Search("productsearch", words, WORDS, filters, facets, sort, limit, after);
    }

    static Map<String, Query> filters(
            @Nullable String status, @Nullable String currency, @Nullable String min, @Nullable String max) {
        Map<String, Query> filters = new TreeMap<>();
        if (status != null) {
            filters.put(STATUS, Filters.anyOf("status", Values.among(STATUS, status, STATUSES)));
        }
        Query prices = PRICES.filter(currency, min, max);
        if (prices != null) {
            filters.put(PRICE, prices);
        }
        return filters;
    }

    static SearchSort sort(@Nullable String chosen, String words) {
        return SearchSort.chosen(chosen, words, BY_SKU, RELEVANCE, SORTS);
    }

    /** All of them, where nothing is said about it: there are not so many products. */
    static List<Facet> facets(@Nullable String chosen) {
        return Facet.chosen(chosen, FACETS, FACETS);
    }
}
