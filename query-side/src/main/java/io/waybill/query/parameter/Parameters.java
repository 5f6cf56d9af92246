package io.waybill.query.parameter;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Parameters that are more than a number or a word. */
public final class Parameters {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    /**
     * Reads a value whose type checks itself.
     *
     * @param read throws IllegalArgumentException, with a message for the client, if the text is none
     * @throws ApiProblem (400, INVALID_PARAMETER) in its place
     */
    public static <T> T read(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException unfit) {
            throw invalid(name, String.valueOf(unfit.getMessage()));
        }
    }

    /**
     * From one time up to another, either of which may be missing.
     *
     * @throws ApiProblem (400, INVALID_PARAMETER) if a time is none that anything happened at, or they are the wrong way round
     */
    public static void checkPeriod(String fromName, @Nullable Instant from, String toName, @Nullable Instant to) {
        checkTime(fromName, from);
        checkTime(toName, to);
        if (from != null && to != null && to.isBefore(from)) {
            throw invalid(toName, "must not be before " + fromName);
        }
    }

    private static void checkTime(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw invalid(name, "must be between " + EARLIEST + " and " + LATEST);
        }
    }

    /** The refusal of one parameter. */
    public static ApiProblem invalid(String name, String detail) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "INVALID_PARAMETER",
                "A parameter of the request is missing or not acceptable.",
                List.of(FieldError.ofParameter(name, detail)));
    }
}
