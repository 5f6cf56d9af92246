package io.waybill.query.ordersearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.Arrays;
import java.util.List;

/**
 * Words as a query: an order has to match each of them somewhere. Identifiers (order, reference, customer, SKU) match
 * as written or by their beginning, because a neighbouring number is another thing; what people write (names and
 * descriptions) also matches with a letter or two wrong.
 */
final class SearchQuery {
    /** Words beyond these narrow nothing down that these did not. */
    static final int MAX_WORDS = 10;

    static final List<String> IDENTIFIERS = List.of("orderId.words", "reference", "customerId", "skus");
    static final List<String> TEXTS = List.of("name", "descriptions");

    /** How many words of the index one beginning or misspelt word may stand for. */
    private static final int MAX_EXPANSIONS = 50;

    /** A letter wrong in words of four letters and more, two from eight on: else short words are like any other. */
    private static final String FUZZINESS = "AUTO:4,8";

    private static final float IDENTIFIER_BOOST = 4;

    private SearchQuery() {}

    /** @param words blank for all orders */
    static Query of(String words) {
        List<Query> each = Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(SearchQuery::word)
                .toList();
        return each.isEmpty() ? Query.of(all -> all.matchAll(match -> match)) : all(each);
    }

    /** All of these, or everything where there are none. */
    static Query all(List<Query> queries) {
        return Query.of(query -> query.bool(all -> all.must(queries)));
    }

    /** Without being scored. */
    static Query filter(List<Query> filters) {
        return Query.of(query -> query.bool(all -> all.filter(filters)));
    }

    static Query is(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query word(String word) {
        return Query.of(query -> query.bool(any -> any.should(
                        Query.of(id -> id.multiMatch(match -> match.query(word)
                                .fields(IDENTIFIERS)
                                .type(TextQueryType.Phrase)
                                .boost(IDENTIFIER_BOOST))),
                        Query.of(id -> id.multiMatch(match -> match.query(word)
                                .fields(IDENTIFIERS)
                                .type(TextQueryType.PhrasePrefix)
                                .maxExpansions(MAX_EXPANSIONS))),
                        Query.of(text -> text.multiMatch(match -> match.query(word)
                                .fields(TEXTS)
                                .operator(Operator.And)
                                .fuzziness(FUZZINESS)
                                .prefixLength(1)
                                .maxExpansions(MAX_EXPANSIONS))))
                .minimumShouldMatch("1")));
    }
}
