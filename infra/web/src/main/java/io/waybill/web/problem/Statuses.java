package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problem of a status that the framework or the server came to by itself. */
final class Statuses {
    /** What of the framework's answer the client needs. */
    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_PATCH, HttpHeaders.RETRY_AFTER);

    private Statuses() {}

    static ApiProblem problemOf(HttpStatusCode code, HttpHeaders headers) {
        ApiProblem problem = problemOf(code);
        KEPT.stream()
                .filter(headers::containsHeader)
                .forEach(name -> problem.header(name, String.join(", ", headers.getOrEmpty(name))));
        return problem;
    }

    static ApiProblem problemOf(HttpStatusCode code) {
        HttpStatus resolved = HttpStatus.resolve(code.value());
        HttpStatus status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
        return switch (status) {
            case BAD_REQUEST -> new ApiProblem(status, "BAD_REQUEST", "The request is not well-formed.");
            case NOT_FOUND -> new ApiProblem(status, "NOT_FOUND", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED ->
                new ApiProblem(status, "METHOD_NOT_ALLOWED", "This address does not take that method.");
            case NOT_ACCEPTABLE -> new ApiProblem(status, "NOT_ACCEPTABLE", "The answer exists as JSON only.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new ApiProblem(
                        status, "UNSUPPORTED_MEDIA_TYPE", "The body has to be JSON (application/json), in UTF-8.");
            case CONTENT_TOO_LARGE ->
                new ApiProblem(status, "BODY_TOO_LARGE", "The body is larger than is taken here.");
            case SERVICE_UNAVAILABLE ->
                new ApiProblem(status, "UNAVAILABLE", "The service cannot answer now; try again shortly.");
            case INTERNAL_SERVER_ERROR ->
                new ApiProblem(status, "INTERNAL_ERROR", "The request failed on our side, through no fault of yours.");
            default ->
                new ApiProblem(status, status.name(), "The request was answered with status " + status.value() + ".");
        };
    }
}
