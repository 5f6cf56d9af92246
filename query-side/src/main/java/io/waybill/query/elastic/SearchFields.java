package io.waybill.query.elastic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where words are looked for.
 *
 * @param key the field with the id of what is found, where that is nothing anybody writes by hand: matched from eight
 *     characters on
 * @param identifiers match as written or by their beginning, because a neighbouring number is another thing
 * @param texts what people write: matches with a letter or two wrong as well
 * @param products the one of the texts that has a product's words, and nobody's name: what is misspelt is put right by it
 */
public record SearchFields(@Nullable String key, List<String> identifiers, List<String> texts, String products) {
    public SearchFields {
        identifiers = List.copyOf(identifiers);
        texts = List.copyOf(texts);
    }
}
