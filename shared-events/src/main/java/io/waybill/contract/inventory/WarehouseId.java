package io.waybill.contract.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A place that holds stock. Compared in upper case. */
public record WarehouseId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,31}");

    /** @throws IllegalArgumentException if the text has a character that is not allowed or is longer than 32 */
    public WarehouseId {
        value = value.trim().toUpperCase(Locale.ROOT);
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a valid WarehouseId: 1 to 32 of letters, digits, dot, hyphen and underscore");
        }
    }

    @JsonCreator
    public static WarehouseId of(String text) {
        return new WarehouseId(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
