package io.waybill.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The body of a refusal: RFC 9457's members, and ours, {@code reason} and {@code errors}. */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "reason", "errors"})
record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    static ResponseEntity<Problem> answer(ApiProblem problem, String path) {
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(problem, path));
    }

    static Problem of(ApiProblem problem, String path) {
        String words = problem.reason().toLowerCase(Locale.ROOT);
        return new Problem(
                URI.create("urn:waybill:problem:" + words.replace('_', '-')),
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' '),
                problem.status().value(),
                problem.detail(),
                path,
                problem.reason(),
                problem.errors());
    }
}
