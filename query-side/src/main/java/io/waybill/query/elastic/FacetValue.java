package io.waybill.query.elastic;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How many would be found with one value, or within one range of amounts.
 *
 * @param value of a facet of values
 * @param currency of a facet of amounts, which go from {@code from} up to, but not including, {@code to}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FacetValue(
        @Nullable String value,
        @Nullable String currency,
        @Nullable String from,
        @Nullable String to,
        long count) {
    static FacetValue of(String value, long count) {
        return new FacetValue(value, null, null, null, count);
    }
}
