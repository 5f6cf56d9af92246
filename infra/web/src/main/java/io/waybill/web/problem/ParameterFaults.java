package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is wrong with a parameter of the query or the path, or with a header. */
final class ParameterFaults {
    private ParameterFaults() {}

    static ApiProblem missing(MissingServletRequestParameterException e) {
        return invalid(List.of(FieldError.ofParameter(e.getParameterName(), "is missing")));
    }

    static ApiProblem missing(MissingRequestHeaderException e) {
        return invalid(List.of(FieldError.ofHeader(e.getHeaderName(), "is missing")));
    }

    static ApiProblem wrongType(TypeMismatchException e) {
        String detail = "must be " + TypeNames.of(e.getRequiredType());
        return invalid(List.of(
                e instanceof MethodArgumentTypeMismatchException argument
                        ? about(argument.getParameter(), detail)
                        : FieldError.ofParameter(Objects.requireNonNullElse(e.getPropertyName(), ""), detail)));
    }

    static ApiProblem invalid(List<FieldError> errors) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "INVALID_PARAMETER",
                "A parameter of the request is missing or not acceptable.",
                errors);
    }

    static FieldError about(MethodParameter parameter, String detail) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return FieldError.ofHeader(given(header.value(), parameter), detail);
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return FieldError.ofParameter(given(query.value(), parameter), detail);
        }
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        return FieldError.ofParameter(given(path == null ? "" : path.value(), parameter), detail);
    }

    private static String given(String name, MethodParameter parameter) {
        return name.isEmpty() ? Objects.requireNonNullElse(parameter.getParameterName(), "") : name;
    }
}
