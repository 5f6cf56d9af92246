package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import co.elastic.clients.elasticsearch.core.search.TermSuggest;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What somebody may have meant: the same words, with those that nothing is called put right. Known are a product's words
 * only: a person's name must not be given away by completing it.
 */
final class Spelling {
    /** Suggestions that an answer has. */
    private static final int MOST = 3;

    /** Shorter words are like too many others. */
    private static final int SHORTEST = 4;

    private static final int MAX_EDITS = 2;
    private static final String NAME = "spelling";

    private Spelling() {}

    /** @param field of products' words */
    static Suggester of(String words, String field) {
        return Suggester.of(all -> all.suggesters(
                NAME,
                one -> one.text(text(words))
                        .term(term -> term.field(field)
                                .suggestMode(SuggestMode.Missing)
                                .minWordLength(SHORTEST)
                                .prefixLength(Misspelling.PREFIX)
                                .maxEdits(MAX_EDITS)
                                .size(MOST))));
    }

    /** The likeliest first; none where every word is known, or nothing known is like it. */
    static <T> List<String> read(String words, Map<String, List<Suggestion<T>>> answer) {
        List<TermSuggest> unknown = answer.getOrDefault(NAME, List.of()).stream()
                .map(Suggestion::term)
                .filter(word -> !word.options().isEmpty())
                .toList();
        Set<String> suggestions = new LinkedHashSet<>();
        if (!unknown.isEmpty()) {
            IntStream.range(0, MOST).forEach(rank -> suggestions.add(corrected(text(words), unknown, rank)));
        }
        return List.copyOf(suggestions);
    }

    /** @param unknown in the order in which they stand in the text */
    private static String corrected(String text, List<TermSuggest> unknown, int rank) {
        StringBuilder corrected = new StringBuilder(text);
        // From the end, so that the places before it stay what they were.
        for (TermSuggest word : unknown.reversed()) {
            List<TermSuggestOption> options = word.options();
            String option = options.get(Math.min(rank, options.size() - 1)).text();
            corrected.replace(word.offset(), word.offset() + word.length(), option);
        }
        return corrected.toString();
    }

    private static String text(String words) {
        return String.join(" ", Words.apart(words));
    }
}
