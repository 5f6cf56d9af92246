package io.waybill.query.ordersearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import io.waybill.web.ApiProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One request to Elasticsearch for hits, highlights and facets. */
@Component
final class OrderSearch {
    static final List<String> FACETS = List.of("status", "country");

    /** Values that one facet shows: there are fewer countries. */
    private static final int FACET_VALUES = 250;

    private static final int FRAGMENTS = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(OrderSearch.class);

    private final ElasticsearchClient client;
    private final String alias;

    OrderSearch(ElasticsearchClient client, ElasticsearchSettings settings) {
        this.client = client;
        this.alias = settings.orders();
    }

    /**
     * Finds orders.
     *
     * @param chosen for each facet that narrows the search, its value
     * @throws ApiProblem (503, SEARCH_UNAVAILABLE) while Elasticsearch is away
     */
    SearchAnswer find(String words, Map<String, String> chosen, int limit) {
        try {
            return Hits.answer(client.search(request(words, chosen, limit), FoundOrder.class));
        } catch (IOException | ElasticsearchException away) {
            log.warn("Elasticsearch did not answer a search: {}", away.toString());
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "SEARCH_UNAVAILABLE",
                            "The search does not answer. Orders are still read by id and in lists; try again shortly.")
                    .retryAfter(RETRY_AFTER);
        }
    }

    // The facets' values filter after counting, and each facet counts with the others' values only: so a chosen value
    // does not hide its siblings.
    private SearchRequest request(String words, Map<String, String> chosen, int limit) {
        return SearchRequest.of(search -> search.index(alias)
                // Before the first order there is no index.
                .ignoreUnavailable(true)
                .query(SearchQuery.of(words))
                .postFilter(SearchQuery.filter(filters(chosen, "")))
                .aggregations(facets(chosen))
                .highlight(highlight())
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("orderedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("orderId").order(SortOrder.Desc)))
                .trackTotalHits(track -> track.enabled(true))
                .source(source -> source.filter(filter -> filter.excludes("descriptions", "skus")))
                .size(limit));
    }

    private static List<Query> filters(Map<String, String> chosen, String except) {
        return chosen.entrySet().stream()
                .filter(facet -> !facet.getKey().equals(except))
                .map(facet -> SearchQuery.is(facet.getKey(), facet.getValue()))
                .toList();
    }

    private static Map<String, Aggregation> facets(Map<String, String> chosen) {
        Map<String, Aggregation> facets = new TreeMap<>();
        for (String facet : FACETS) {
            facets.put(
                    facet,
                    Aggregation.of(aggregation -> aggregation
                            .filter(SearchQuery.filter(filters(chosen, facet)))
                            .aggregations(
                                    Hits.VALUES,
                                    values -> values.terms(
                                            terms -> terms.field(facet).size(FACET_VALUES)))));
        }
        return facets;
    }

    private static Highlight highlight() {
        Map<String, HighlightField> fields = new TreeMap<>();
        Stream.concat(SearchQuery.IDENTIFIERS.stream(), SearchQuery.TEXTS.stream())
                .forEach(name -> fields.put(name, HighlightField.of(field -> field.numberOfFragments(FRAGMENTS))));
        return Highlight.of(
                highlight -> highlight.encoder(HighlighterEncoder.Html).fields(fields));
    }
}
