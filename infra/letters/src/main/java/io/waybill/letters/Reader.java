package io.waybill.letters;

import java.util.Set;

/**
 * A processor, as far as its dead letters go.
 *
 * @param processor its name
 * @param aggregateTypes those whose every event it has to be able to read: a stored name unknown to this release is a
 *     dead letter if it is of one of these, and none of its business otherwise
 */
public record Reader(String processor, Set<String> aggregateTypes) {
    public Reader {
        aggregateTypes = Set.copyOf(aggregateTypes);
    }
}
