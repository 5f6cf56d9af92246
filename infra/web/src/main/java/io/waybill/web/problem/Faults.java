package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import io.waybill.web.ProblemMapping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Which problem an exception is. What nobody knows is a bug of ours, and says nothing about itself. */
public final class Faults {
    /** Beyond this depth a chain of causes goes in circles. */
    private static final int MAX_CAUSES = 20;

    private final List<ProblemMapping> mappings;

    Faults(List<ProblemMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    /** For answers that are no problem documents and still have to say what is wrong. */
    public ApiProblem problemOf(Throwable thrown) {
        return alongCauses(thrown).orElseGet(() -> switch (thrown) {
            case HttpMessageNotReadableException e -> JsonFaults.problemOf(e.getCause());
            case MethodArgumentNotValidException e -> FieldFaults.problemOf(e.getBindingResult());
            case HandlerMethodValidationException e -> FieldFaults.problemOf(e);
            case MissingServletRequestParameterException e -> ParameterFaults.missing(e);
            case MissingRequestHeaderException e -> ParameterFaults.missing(e);
            case TypeMismatchException e -> ParameterFaults.wrongType(e);
            case ErrorResponse e -> Statuses.problemOf(e.getStatusCode(), e.getHeaders());
            default -> unexpected();
        });
    }

    private Optional<ApiProblem> alongCauses(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
        // Whoever reads a body may wrap this one as trouble of its own, so it is looked for before any other.
        if (causes.stream().anyMatch(BodyTooLarge.class::isInstance)) {
            return Optional.of(Statuses.problemOf(HttpStatus.CONTENT_TOO_LARGE));
        }
        return causes.stream().flatMap(cause -> known(cause).stream()).findFirst();
    }

    private Optional<ApiProblem> known(Throwable cause) {
        if (cause instanceof ApiProblem problem) {
            return Optional.of(problem);
        }
        return mappings.stream()
                .flatMap(mapping -> mapping.problemOf(cause).stream())
                .findFirst()
                .or(() -> DatabaseAway.problemOf(cause));
    }

    private static ApiProblem unexpected() {
        @Nullable String trace = MDC.get("traceId");
        return new ApiProblem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "The request failed on our side, through no fault of yours."
                        + (trace == null ? "" : " The log knows it as trace " + trace + "."));
    }
}
