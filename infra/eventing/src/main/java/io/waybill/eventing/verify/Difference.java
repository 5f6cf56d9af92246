package io.waybill.eventing.verify;

import java.util.List;

/**
 * One kind of fault.
 *
 * @param kind in a few words: "missing on the topic"
 * @param count how often
 * @param examples the first few of them
 */
public record Difference(String kind, long count, List<String> examples) {
    public Difference {
        examples = List.copyOf(examples);
    }
}
