package io.waybill.contract.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The merchant's own number for a customer. */
public record CustomerId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException if the text has a character that is not allowed or is longer than 64 */
    public CustomerId {
        value = value.trim();
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a valid CustomerId: 1 to 64 of letters, digits, dot, hyphen and underscore");
        }
    }

    @JsonCreator
    public static CustomerId of(String text) {
        return new CustomerId(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
