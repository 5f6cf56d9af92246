package io.waybill.contract.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A stock keeping unit: the natural key of a product. Compared in upper case. It never holds an {@code @}, which separates it from the warehouse in a {@link StockKey}. */
public record Sku(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9][A-Z0-9 ._-]{0,63}");

    /** @throws IllegalArgumentException if the text has a character that is not allowed or is longer than 64 */
    public Sku {
        value = value.trim().toUpperCase(Locale.ROOT);
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a valid Sku: 1 to 64 of letters, digits, space, dot, hyphen and underscore");
        }
    }

    @JsonCreator
    public static Sku of(String text) {
        return new Sku(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
