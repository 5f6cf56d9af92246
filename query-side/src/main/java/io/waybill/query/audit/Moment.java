package io.waybill.query.audit;

import io.waybill.query.parameter.Parameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A place in an entity's history, as a request names it.
 *
 * @param parameter that names it
 * @param version null if it is a time
 * @param time null if it is a version
 */
record Moment(
        String parameter, @Nullable Long version, @Nullable Instant time) {
    /** Longer texts are neither. */
    static final int MAX_LENGTH = 40;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws io.waybill.web.ApiProblem (400) if the text is neither a version nor a time */
    static Moment of(String parameter, String text) {
        return text.matches("[0-9]{1,18}")
                ? new Moment(parameter, Long.valueOf(text), null)
                : new Moment(parameter, null, Parameters.read(parameter, text, Moment::time));
    }

    /** @throws IllegalArgumentException if the text is no time of this era, with its offset */
    static Instant time(String text) {
        Instant time;
        try {
            time = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("must be a time with its offset, such as 2026-01-31T09:30:00Z", none);
        }
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("must be between " + EARLIEST + " and " + LATEST);
        }
        return time;
    }
}
