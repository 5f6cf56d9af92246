package io.waybill.query.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/** Where a page ended: opaque to clients, so that it can change; they hand it back in {@value #PARAMETER}. */
public final class Cursor {
    public static final String PARAMETER = "after";

    /** Longer ones are not ours. */
    public static final int MAX_LENGTH = 200;

    private static final String SEPARATOR = "|";

    private Cursor() {}

    /** @param key the sort key of the page's last entry; no part contains {@code |} */
    public static String of(Object... key) {
        String text = String.join(
                SEPARATOR, List.of(key).stream().map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * The parts of a cursor that came back.
     *
     * @throws IllegalArgumentException if it was not given out here
     */
    public static List<String> parts(String cursor, int count) {
        List<String> parts = List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", -1));
        if (parts.size() != count) {
            throw new IllegalArgumentException("a cursor has " + count + " parts");
        }
        return parts;
    }

    /** The refusal of what is no cursor of ours. */
    public static RuntimeException broken() {
        return Parameters.invalid(PARAMETER, "is no cursor that was given out here: take next from the page before");
    }
}
