package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order things are found. The last key is the only one of its value, so a page goes on exactly behind the one
 * before, by {@code search_after}: the ten-thousandth is found like the first. No point in time is held for that on the
 * server, which would have to keep one for everybody who ever looked at a first page.
 *
 * @param name in the parameter and in cursors
 */
public record SearchSort(String name, List<SearchKey> keys) {
    public static final String PARAMETER = "sort";

    public SearchSort {
        keys = List.copyOf(keys);
    }

    public static SearchSort of(String name, SearchKey... keys) {
        return new SearchSort(name, List.of(keys));
    }

    /**
     * Reads the parameter.
     *
     * @param text null if nothing was said: then the most relevant come first, or, where there are no words, of which
     *     nothing is more relevant than anything else, what is usual
     * @param offered these two and all others
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if it is none of those offered
     */
    public static SearchSort chosen(
            @Nullable String text, String words, SearchSort usual, SearchSort relevance, List<SearchSort> offered) {
        if (text == null) {
            return words.isBlank() ? usual : relevance;
        }
        if (text.equals(relevance.name()) && words.isBlank()) {
            throw Parameters.invalid(PARAMETER, "must not be " + text + " without words in q");
        }
        return offered.stream()
                .filter(sort -> sort.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid(
                        PARAMETER,
                        "must be one of "
                                + offered.stream().map(SearchSort::name).collect(Collectors.joining(", "))));
    }

    List<SortOptions> options() {
        return keys.stream()
                .map(key -> key.isScore()
                        ? SortOptions.of(sort -> sort.score(score -> score.order(key.order())))
                        : SortOptions.of(sort ->
                                sort.field(field -> field.field(key.field()).order(key.order()))))
                .toList();
    }

    /** Where the page ended whose last entry has these values. */
    String cursor(List<FieldValue> last) {
        List<Object> parts = new ArrayList<>(List.of(name));
        last.forEach(value -> parts.add(value._get()));
        return Cursor.of(parts.toArray());
    }

    /**
     * What the page before has given out.
     *
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if that is nothing that was given out for this order
     */
    List<FieldValue> behind(String cursor) {
        try {
            List<String> parts = Cursor.parts(cursor, keys.size() + 1);
            if (!parts.getFirst().equals(name)) {
                throw Cursor.broken();
            }
            List<FieldValue> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                values.add(keys.get(i).type().read(parts.get(i + 1)));
            }
            return values;
        } catch (IllegalArgumentException foreign) {
            throw Cursor.broken();
        }
    }

    /**
     * What leaves out those that come before a page's end by the first key alone, by an index of that key: the server passes
     * them over one by one otherwise, and a page takes the longer the further back it is.
     *
     * @param last the values behind which the page begins
     * @return empty where the first key has no index, as relevance has none
     */
    Optional<Query> from(List<FieldValue> last) {
        SearchKey first = keys.getFirst();
        if (first.isScore()) {
            return Optional.empty();
        }
        JsonData bound = JsonData.of(last.getFirst()._get());
        return Optional.of(Query.of(query -> query.range(range -> range.untyped(values -> {
            values.field(first.field());
            if (first.type() == KeyType.TIME) {
                values.format("epoch_millis");
            }
            return first.order() == SortOrder.Asc ? values.gte(bound) : values.lte(bound);
        }))));
    }

    /** One of the values that things are sorted by. */
    public record SearchKey(String field, KeyType type, SortOrder order) {
        private static final String SCORE = "_score";

        public static SearchKey relevance() {
            return new SearchKey(SCORE, KeyType.DECIMAL, SortOrder.Desc);
        }

        public static SearchKey ascending(String field, KeyType type) {
            return new SearchKey(field, type, SortOrder.Asc);
        }

        public static SearchKey descending(String field, KeyType type) {
            return new SearchKey(field, type, SortOrder.Desc);
        }

        boolean isScore() {
            return field.equals(SCORE);
        }
    }

    /** How a value comes back from a cursor. */
    public enum KeyType {
        TIME,
        DECIMAL,
        TEXT;

        /** @throws IllegalArgumentException if it is none */
        FieldValue read(String text) {
            return switch (this) {
                case TIME -> FieldValue.of(Long.parseLong(text));
                case DECIMAL -> {
                    double value = Double.parseDouble(text);
                    if (!Double.isFinite(value)) {
                        throw new IllegalArgumentException("no number that anything is sorted by");
                    }
                    yield FieldValue.of(value);
                }
                case TEXT -> FieldValue.of(text);
            };
        }
    }
}
