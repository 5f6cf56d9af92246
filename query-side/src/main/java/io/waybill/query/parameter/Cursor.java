package io.waybill.query.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a page ended: opaque to clients, so that it can change; they hand it back in {@value #PARAMETER}. */
public final class Cursor {
    public static final String PARAMETER = "after";

    /** Longer ones are not ours: the longest key has a product's name in it. */
    public static final int MAX_LENGTH = 4_000;

    private static final String SEPARATOR = "|";

    private Cursor() {}

    /** @param key the sort key of the page's last entry */
    public static String of(Object... key) {
        String text = Stream.of(key)
                .map(part -> URLEncoder.encode(part.toString(), UTF_8))
                .collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * The parts of a cursor that came back.
     *
     * @throws IllegalArgumentException if it was not given out here
     */
    public static List<String> parts(String cursor, int count) {
        List<String> parts = Stream.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", -1))
                .map(part -> URLDecoder.decode(part, UTF_8))
                .toList();
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
