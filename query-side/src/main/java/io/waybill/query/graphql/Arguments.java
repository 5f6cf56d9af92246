package io.waybill.query.graphql;

import io.waybill.query.parameter.Parameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arguments that have to be more than their type says. All refuse with INVALID_PARAMETER and the argument's name. */
final class Arguments {
    private static final int LONGEST_ID = 64;

    private Arguments() {}

    static UUID uuid(String name, String text) {
        // Java's own parser takes 1-1-1-1-1 as well.
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Parameters.invalid(name, "must be a UUID");
        }
        return UUID.fromString(text);
    }

    static int count(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw Parameters.invalid(name, "must be between 1 and " + most);
        }
        return value;
    }

    static @Nullable String text(String name, @Nullable String text, int longest) {
        if (text != null && (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0)) {
            throw Parameters.invalid(name, "must have 1 to " + longest + " characters, and not U+0000");
        }
        return text;
    }

    static @Nullable String id(String name, @Nullable String text) {
        return text(name, text, LONGEST_ID);
    }
}
