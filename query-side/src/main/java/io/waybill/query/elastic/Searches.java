package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import io.waybill.web.ApiProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch for hits and facets, in one request. */
@Component
public final class Searches {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Searches.class);

    private final ElasticsearchClient client;
    private final ElasticsearchSettings settings;

    Searches(ElasticsearchClient client, ElasticsearchSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Does one search.
     *
     * @param type what a document is read as
     * @throws ApiProblem (503, SEARCH_UNAVAILABLE) while Elasticsearch is away, or too slow to answer in full
     */
    public <T> Found<T> find(Search search, Class<T> type) {
        List<RequestItem> request = SearchParts.of(search, settings.searchTimeout()).stream()
                .map(part -> item(settings.prefix() + search.view(), part))
                .toList();
        try {
            List<MultiSearchItem<T>> answers = client.msearch(all -> all.searches(request), type).responses().stream()
                    .map(Searches::answer)
                    .toList();
            return found(search, answers);
        } catch (IOException | ElasticsearchException | Incomplete away) {
            log.warn("Elasticsearch did not answer a search: {}", away.toString());
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "SEARCH_UNAVAILABLE",
                            "The search does not answer. Orders are still read by id and in lists; try again shortly.")
                    .retryAfter(RETRY_AFTER);
        }
    }

    private static RequestItem item(String index, MultisearchBody part) {
        return RequestItem.of(item -> item.header(header -> header.index(index)
                        // Before the first document there is no index.
                        .ignoreUnavailable(true)
                        .allowPartialSearchResults(false)
                        .requestCache(part.size() != null && part.size() == 0))
                .body(part));
    }

    private static <T> MultiSearchItem<T> answer(MultiSearchResponseItem<T> item) {
        if (item.isFailure()) {
            throw new Incomplete(String.valueOf(item.failure().error().reason()));
        }
        if (item.result().timedOut()) {
            throw new Incomplete("it took too long");
        }
        return item.result();
    }

    private static <T> Found<T> found(Search search, List<MultiSearchItem<T>> answers) {
        List<Hit<T>> hits = answers.get(SearchParts.HITS).hits().hits();
        List<Hit<T>> page = hits.subList(0, Math.min(search.limit(), hits.size()));
        TotalHits total = answers.get(SearchParts.TOTAL).hits().total();
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        boolean partial = false;
        List<List<Facet>> groups = SearchParts.groups(search);
        for (int i = 0; i < groups.size(); i++) {
            MultiSearchItem<T> counts = answers.get(SearchParts.FACETS + i);
            partial |= Boolean.TRUE.equals(counts.terminatedEarly());
            groups.get(i)
                    .forEach(facet -> facets.put(
                            facet.name(), values(facet, counts.aggregations().get(facet.name()))));
        }
        return new Found<>(
                total == null ? 0 : total.value(),
                total != null && total.relation() == TotalHitsRelation.Gte,
                page.stream()
                        .map(hit -> Objects.requireNonNull(hit.source(), "a hit has its document"))
                        .toList(),
                facets,
                partial,
                Spelling.read(search.words(), answers.get(SearchParts.HITS).suggest()),
                hits.size() > search.limit()
                        ? search.sort().cursor(page.getLast().sort())
                        : null);
    }

    private static List<FacetValue> values(Facet facet, @Nullable Aggregate counted) {
        return counted == null ? List.of() : facet.reading().apply(counted);
    }

    /** An answer to a part only. */
    private static final class Incomplete extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Incomplete(String why) {
            super(why);
        }
    }
}
