package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as a query: each of them has to match somewhere, the last one also as the beginning of what somebody is still
 * typing. Words are words: nothing in them is an operator, a wildcard or a field.
 */
public final class Words {
    public static final int MAX_LENGTH = 200;

    /** Words beyond these narrow nothing down that these did not. */
    static final int MAX_WORDS = 10;

    /** How many words of the index one misspelt word may stand for. */
    private static final int MAX_EXPANSIONS = 25;

    private static final float IDENTIFIER_BOOST = 4;

    /** The beginning of an identifier: fewer letters stand for half of all there are. */
    static final int MIN_BEGINNING = 3;

    /** An id, or so much of it that it stands for few. */
    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{8}[\\p{XDigit}-]{0,28}");

    /** What the server makes one word of; anything else may be several, whose misspellings multiply. */
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    /** @param words blank for everything */
    static Query of(String words, SearchFields fields) {
        List<String> each = apart(words);
        List<Query> all = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            all.add(word(each.get(i), i == each.size() - 1, fields));
        }
        return all.isEmpty()
                ? Query.of(query -> query.matchAll(match -> match))
                : Query.of(query -> query.bool(bool -> bool.must(all)));
    }

    /** The words that count. */
    static List<String> apart(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList();
    }

    private static Query word(String word, boolean last, SearchFields fields) {
        List<Query> any = new ArrayList<>();
        any.add(Query.of(id -> id.multiMatch(match -> match.query(word)
                .fields(fields.identifiers())
                .type(TextQueryType.Phrase)
                .boost(IDENTIFIER_BOOST))));
        if (word.length() >= MIN_BEGINNING) {
            any.add(beginning(word, fields.identifiers()));
        }
        any.add(text(word, fields.texts()));
        if (last) {
            any.add(beginning(word, fields.texts()));
        }
        if (fields.key() != null && KEY.matcher(word).matches()) {
            any.add(Query.of(
                    query -> query.prefix(prefix -> prefix.field(fields.key()).value(word.toLowerCase(Locale.ROOT)))));
        }
        return Query.of(query -> query.bool(bool -> bool.should(any).minimumShouldMatch("1")));
    }

    private static Query beginning(String word, List<String> fields) {
        return Query.of(query -> query.multiMatch(match ->
                match.query(word).fields(fields).type(TextQueryType.BoolPrefix).operator(Operator.And)));
    }

    private static Query text(String word, List<String> fields) {
        return Query.of(query -> query.multiMatch(match -> {
            match.query(word).fields(fields).operator(Operator.And);
            return ONE_WORD.matcher(word).matches()
                    ? match.fuzziness(Misspelling.FUZZINESS)
                            .prefixLength(Misspelling.PREFIX)
                            .maxExpansions(MAX_EXPANSIONS)
                    : match;
        }));
    }
}
