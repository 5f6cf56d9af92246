package io.waybill.json.difference;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the places at which two objects differ, field by field, however deep. An array is one value: what has an identity
 * belongs into an object, under its name.
 */
public final class Changes {
    private Changes() {}

    /** Those that make {@code after} of {@code before}, in the order of the fields; values that both share are not looked into. */
    public static List<Change> between(ObjectNode before, ObjectNode after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    /**
     * What the changes make of an object, which stays as it is; the two share what is the same in both.
     *
     * @throws IllegalArgumentException if they were not made for such an object
     */
    public static ObjectNode after(ObjectNode before, List<Change> changes) {
        CopyOnWrite copy = new CopyOnWrite(before);
        changes.forEach(copy::apply);
        return copy.whole();
    }

    private static void compare(String path, ObjectNode before, ObjectNode after, List<Change> changes) {
        before.properties().forEach(old -> {
            String name = old.getKey();
            JsonNode now = after.get(name);
            if (now == null) {
                changes.add(new Change(below(path, name), old.getValue(), null));
            } else if (old.getValue() instanceof ObjectNode one && now instanceof ObjectNode other) {
                // Most of a large state is the very same as before.
                if (!shared(one, other)) {
                    compare(below(path, name), one, other, changes);
                }
            } else if (!same(old.getValue(), now)) {
                changes.add(new Change(below(path, name), old.getValue(), now));
            }
        });
        after.properties().forEach(now -> {
            if (!before.has(now.getKey())) {
                changes.add(new Change(below(path, now.getKey()), null, now.getValue()));
            }
        });
    }

    /** A number that was counted and one that was read may be of different classes. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other);
    }

    @SuppressWarnings("ReferenceEquality") // the very same is what is asked
    private static boolean shared(Object one, Object other) {
        return one == other;
    }

    private static String below(String path, String name) {
        return path + '/' + name.replace("~", "~0").replace("/", "~1");
    }
}
