package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search as what is asked of the server, in one request: the hits, how many there are in all, the facets that nothing is
 * chosen of, and each of the others by itself, without its own choice. All but the hits are the same for each page.
 */
final class SearchParts {
    /** Up to so many hits are counted exactly. Who sees them, looks for better words. */
    private static final int EXACT_TOTAL = 10_000;

    /** Facets count no more than this of what matches. */
    private static final long MAX_COUNTED = 20_000;

    /** Of the parts: the facets follow, as {@link #groups} has them. */
    static final int HITS = 0;

    static final int TOTAL = 1;
    static final int FACETS = 2;

    private SearchParts() {}

    /** @param patience what Elasticsearch has found by then would be less than all: such an answer is refused */
    static List<MultisearchBody> of(Search search, Duration patience) {
        String timeout = patience.toMillis() + "ms";
        List<MultisearchBody> parts = new ArrayList<>();
        parts.add(hits(search, timeout));
        parts.add(total(search, timeout));
        groups(search).forEach(group -> parts.add(counts(search, group, timeout)));
        return parts;
    }

    /** Facets that are counted over the same. */
    static List<List<Facet>> groups(Search search) {
        Map<String, List<Facet>> groups = new LinkedHashMap<>();
        for (Facet facet : search.facets()) {
            String own = search.filters().containsKey(facet.name()) ? facet.name() : "";
            groups.computeIfAbsent(own, first -> new ArrayList<>()).add(facet);
        }
        return List.copyOf(groups.values());
    }

    private static MultisearchBody hits(Search search, String timeout) {
        return MultisearchBody.of(body -> {
            body.sort(search.sort().options())
                    .trackTotalHits(total -> total.enabled(false))
                    .timeout(timeout)
                    // One more tells whether there is a next page.
                    .size(search.limit() + 1);
            if (search.after() != null) {
                List<FieldValue> last = search.sort().behind(search.after());
                return body.query(all(
                                matching(search, ""),
                                search.sort().from(last).stream().toList()))
                        .searchAfter(last);
            }
            body.query(matching(search, ""));
            return search.words().isBlank()
                    ? body
                    : body.suggest(Spelling.of(search.words(), search.fields().products()));
        });
    }

    private static MultisearchBody total(Search search, String timeout) {
        return MultisearchBody.of(body -> body.query(matching(search, ""))
                .trackTotalHits(total -> total.count(EXACT_TOTAL))
                .timeout(timeout)
                .size(0));
    }

    // Equal ones are answered from the server's memory until something is written.
    private static MultisearchBody counts(Search search, List<Facet> facets, String timeout) {
        Map<String, Aggregation> counts = new LinkedHashMap<>();
        facets.forEach(facet -> counts.put(facet.name(), facet.counting()));
        return MultisearchBody.of(
                body -> body.query(matching(search, facets.getFirst().name()))
                        .aggregations(counts)
                        .trackTotalHits(total -> total.enabled(false))
                        .terminateAfter(MAX_COUNTED)
                        .timeout(timeout)
                        .size(0));
    }

    private static Query matching(Search search, String except) {
        List<Query> filters = search.filters().entrySet().stream()
                .filter(filter -> !filter.getKey().equals(except))
                .map(Map.Entry::getValue)
                .toList();
        return all(Words.of(search.words(), search.fields()), filters);
    }

    private static Query all(Query words, List<Query> filters) {
        return filters.isEmpty()
                ? words
                : Query.of(query -> query.bool(bool -> bool.must(words).filter(filters)));
    }
}
