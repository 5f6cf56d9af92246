package io.waybill.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where something is in the API: what people type becomes parts of a path, or of a query, and nothing else.
 *
 * @param text with all that was added
 */
public record ApiPath(String text) {
    /** Under {@code /api/v1}. */
    public static ApiPath of(String... parts) {
        return new ApiPath("/api/v1").to(parts);
    }

    public ApiPath to(String... parts) {
        return new ApiPath(
                text + Arrays.stream(parts).map(part -> "/" + encoded(part)).collect(Collectors.joining()));
    }

    /** With a parameter more, if it has a value. */
    public ApiPath with(String parameter, @Nullable Object value) {
        return value == null
                ? this
                : new ApiPath(text + (text.contains("?") ? "&" : "?") + parameter + "=" + encoded(value.toString()));
    }

    private static String encoded(String part) {
        // A dot or two would be a folder.
        String whole = part.matches("[.]{1,2}") ? part.replace(".", "%2E") : URLEncoder.encode(part, UTF_8);
        return whole.replace("+", "%20");
    }

    @Override
    public String toString() {
        return text;
    }
}
