package io.waybill.query.watch;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to see at least, and how long it waits for that.
 *
 * @param minVersion null if whatever is there will do
 */
public record Wanted(@Nullable Long minVersion, Duration patience) {
    /** Unless the request says otherwise. */
    static final Duration USUAL = Duration.ofSeconds(2);

    /** However much longer it would: well below what the gateway waits for an answer. */
    static final Duration MOST = Duration.ofSeconds(10);

    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=[,;]|$)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code minVersion} and the preference {@code wait} (RFC 7240, section 4.3: whole seconds). A preference that is
     * none is passed over, as section 2 asks for, and one beyond the longest wait means the longest.
     */
    public static Wanted of(@Nullable Long minVersion, @Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return new Wanted(minVersion, USUAL);
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return new Wanted(minVersion, asked.compareTo(MOST) > 0 ? MOST : asked);
    }

    boolean isMetBy(long version) {
        return minVersion == null || version >= minVersion;
    }
}
