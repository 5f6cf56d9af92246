package io.waybill.query.elastic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Shows where in one document words were found, by the rules of {@link Words}. Elasticsearch's own highlighter makes a list
 * of all that a misspelt word may stand for, anew for each field of each document, and needs several times as long for that
 * as the search itself.
 */
public final class Highlights {
    /** Pieces of a field that are shown. */
    private static final int MAX_PIECES = 3;

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

    private final List<List<String>> words;
    private final Map<String, List<String>> pieces = new TreeMap<>();

    public Highlights(String words) {
        this.words = Words.apart(words).stream()
                .map(word -> TOKEN.matcher(lower(word))
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .toList();
    }

    /** Values that match as written or by their beginning. */
    public Highlights identifiers(String field, List<String> values) {
        values.forEach(value -> show(field, value, true));
        return this;
    }

    /** What people have written. */
    public Highlights texts(String field, List<String> values) {
        values.forEach(value -> show(field, value, false));
        return this;
    }

    /** One value, or none. */
    public Highlights identifier(String field, @Nullable String value) {
        return value == null ? this : identifiers(field, List.of(value));
    }

    /** One value, or none. */
    public Highlights text(String field, @Nullable String value) {
        return value == null ? this : texts(field, List.of(value));
    }

    /** For each field that matched, pieces of it as HTML with {@code <em>} around what matched; the rest is escaped. */
    public Map<String, List<String>> all() {
        return pieces;
    }

    private void show(String field, String value, boolean identifier) {
        List<MatchResult> tokens = TOKEN.matcher(value).results().toList();
        List<String> lower = tokens.stream().map(token -> lower(token.group())).toList();
        BitSet marked = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            if (identifier) {
                markRuns(words.get(i), lower, marked);
            } else {
                markAlike(words.get(i), i == words.size() - 1, lower, marked);
            }
        }
        List<String> shown = pieces.getOrDefault(field, List.of());
        if (!marked.isEmpty() && shown.size() < MAX_PIECES) {
            pieces.computeIfAbsent(field, first -> new ArrayList<>()).add(html(value, tokens, marked));
        }
    }

    /** All of a word's tokens in a row, the last of them perhaps only begun. */
    private static void markRuns(List<String> word, List<String> tokens, BitSet marked) {
        int length = word.size();
        for (int at = 0; length > 0 && at + length <= tokens.size(); at++) {
            String last = tokens.get(at + length - 1);
            String asked = word.getLast();
            boolean ends = last.equals(asked) || (asked.length() >= Words.MIN_BEGINNING && last.startsWith(asked));
            if (ends && tokens.subList(at, at + length - 1).equals(word.subList(0, length - 1))) {
                marked.set(at, at + length);
            }
        }
    }

    private static void markAlike(List<String> word, boolean last, List<String> tokens, BitSet marked) {
        for (int part = 0; part < word.size(); part++) {
            String asked = word.get(part);
            boolean begun = last && part == word.size() - 1;
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i);
                if (token.equals(asked)
                        || (begun && token.startsWith(asked))
                        || (word.size() == 1 && Misspelling.isOne(asked, token))) {
                    marked.set(i);
                }
            }
        }
    }

    private static String html(String value, List<MatchResult> tokens, BitSet marked) {
        StringBuilder html = new StringBuilder();
        int done = 0;
        for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
            MatchResult token = tokens.get(i);
            html.append(escaped(value.substring(done, token.start())))
                    .append("<em>")
                    .append(escaped(token.group()))
                    .append("</em>");
            done = token.end();
        }
        return html.append(escaped(value.substring(done))).toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
