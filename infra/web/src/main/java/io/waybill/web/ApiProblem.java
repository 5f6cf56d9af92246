package io.waybill.web;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A refusal that the client gets to see as a problem (RFC 9457). Throw it from wherever a request is handled, or map an
 * exception of the business to it with a {@link ProblemMapping}.
 */
public class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String reason;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient HttpHeaders headers = new HttpHeaders();

    /**
     * @param reason stable, in {@code UPPER_SNAKE}: what a program decides by
     * @param detail for a person; names no internals
     * @param errors empty where no single field is to blame
     */
    public ApiProblem(HttpStatus status, String reason, String detail, List<FieldError> errors) {
        super(reason + ": " + detail);
        this.status = status;
        this.reason = reason;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public ApiProblem(HttpStatus status, String reason, String detail) {
        this(status, reason, detail, List.of());
    }

    /** Tells the client when to come again; a part of a second counts as a whole one. */
    public ApiProblem retryAfter(Duration wait) {
        return header(
                HttpHeaders.RETRY_AFTER,
                Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    /** Adds a header to the answer. */
    public final ApiProblem header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public final HttpStatus status() {
        return status;
    }

    public final String reason() {
        return reason;
    }

    public final String detail() {
        return detail;
    }

    public final List<FieldError> errors() {
        return errors;
    }

    public final HttpHeaders headers() {
        return HttpHeaders.readOnlyHttpHeaders(headers);
    }
}
