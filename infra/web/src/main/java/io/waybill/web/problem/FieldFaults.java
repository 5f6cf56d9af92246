package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What Bean Validation found: in the body 422, in parameters and headers 400. */
final class FieldFaults {
    /** A body of a thousand wrong lines is told about the first of them. */
    static final int MAX_ERRORS = 50;

    private FieldFaults() {}

    static ApiProblem problemOf(Errors body) {
        return invalid(inBody(body).toList());
    }

    static ApiProblem problemOf(HandlerMethodValidationException e) {
        boolean body = e.getParameterValidationResults().stream().anyMatch(FieldFaults::isBody);
        List<FieldError> errors = e.getParameterValidationResults().stream()
                .flatMap(FieldFaults::errors)
                .toList();
        return body ? invalid(errors) : ParameterFaults.invalid(errors);
    }

    static ApiProblem invalid(List<FieldError> errors) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_FIELD",
                errors.size() == 1
                        ? "One field of the body is not acceptable."
                        : errors.size() + " fields of the body are not acceptable."
                                + (errors.size() > MAX_ERRORS ? " The first " + MAX_ERRORS + " are listed." : ""),
                errors.stream()
                        .sorted(Comparator.comparing(FieldFaults::place))
                        .limit(MAX_ERRORS)
                        .toList());
    }

    private static Stream<FieldError> inBody(Errors body) {
        return Stream.concat(
                body.getFieldErrors().stream()
                        .map(error -> new FieldError(Pointers.of(error.getField()), words(error))),
                body.getGlobalErrors().stream().map(error -> new FieldError("", words(error))));
    }

    private static Stream<FieldError> errors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return inBody(body);
        }
        return result.getResolvableErrors().stream()
                .map(error -> isBody(result)
                        ? new FieldError("", words(error))
                        : ParameterFaults.about(result.getMethodParameter(), words(error)));
    }

    private static boolean isBody(ParameterValidationResult result) {
        return result.getMethodParameter().hasParameterAnnotation(RequestBody.class);
    }

    private static String words(MessageSourceResolvable error) {
        @Nullable String message = error.getDefaultMessage();
        return message == null ? "is not acceptable" : message;
    }

    private static String place(FieldError error) {
        return Objects.requireNonNullElse(error.pointer(), "");
    }
}
