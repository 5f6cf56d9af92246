package io.waybill.query.parameter;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/** Parameters that are more than a number or a word. */
public final class Parameters {
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

    /** The refusal of one parameter. */
    public static ApiProblem invalid(String name, String detail) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "INVALID_PARAMETER",
                "A parameter of the request is missing or not acceptable.",
                List.of(FieldError.ofParameter(name, detail)));
    }
}
