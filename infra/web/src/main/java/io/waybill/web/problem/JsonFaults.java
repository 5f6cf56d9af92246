package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import io.waybill.web.json.RefusedValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a body that could not be read as what it should be. */
final class JsonFaults {
    private JsonFaults() {}

    static ApiProblem problemOf(@Nullable Throwable cause) {
        return switch (cause) {
            case RefusedValue e -> invalid(e, e.getOriginalMessage());
            case ValueInstantiationException e -> invalid(e, refusal(e));
            case UnrecognizedPropertyException e -> unknownField(e);
            case MismatchedInputException e when isTrailing(e) -> malformed("Something follows the document.");
            case MismatchedInputException e -> wrongType(e, e.getTargetType());
            case InputCoercionException e -> wrongType(e, e.getTargetType());
            case StreamReadException e -> malformed("It stops being JSON" + place(e) + ".");
            case null -> malformed("It is missing.");
            default -> malformed("It cannot be read.");
        };
    }

    /** A value's own constructor refuses with words that are meant for whoever made the value. */
    private static String refusal(ValueInstantiationException e) {
        return e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null
                ? refusal.getMessage()
                : "is not acceptable";
    }

    private static ApiProblem invalid(JacksonException e, String detail) {
        return FieldFaults.invalid(List.of(new FieldError(Pointers.of(e.getPath()), detail)));
    }

    private static ApiProblem unknownField(UnrecognizedPropertyException e) {
        String known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "UNKNOWN_FIELD",
                "The body has a field that is not known here.",
                List.of(new FieldError(Pointers.of(e.getPath()), "is not known; known are " + known)));
    }

    private static ApiProblem wrongType(JacksonException e, @Nullable Class<?> type) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "WRONG_TYPE",
                "The body has a value of the wrong type.",
                List.of(new FieldError(Pointers.of(e.getPath()), "must be " + TypeNames.of(type))));
    }

    /** Jackson has no exception of its own for this one. */
    private static boolean isTrailing(MismatchedInputException e) {
        return e.getPath().isEmpty() && e.getOriginalMessage().startsWith("Trailing token");
    }

    private static ApiProblem malformed(String detail) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST, "MALFORMED_JSON", "The body has to be one JSON document. " + detail);
    }

    private static String place(StreamReadException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
