package io.waybill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request: exactly one of pointer, parameter and header names the part.
 *
 * @param pointer of a field in the body, as a JSON pointer (RFC 6901), {@code ""} for the body as a whole
 * @param parameter of the query or the path
 * @param header its name
 * @param detail for the person who sends the request: "must be at least 1"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String detail) {

    public FieldError(String pointer, String detail) {
        this(pointer, null, null, detail);
    }

    public static FieldError ofParameter(String parameter, String detail) {
        return new FieldError(null, parameter, null, detail);
    }

    public static FieldError ofHeader(String header, String detail) {
        return new FieldError(null, null, header, detail);
    }
}
