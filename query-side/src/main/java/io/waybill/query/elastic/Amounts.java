package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.parameter.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The filter of amounts, which mean nothing without a currency.
 *
 * @param field of the money in the documents
 * @param min the name of the parameter with the least amount, and {@code max} of that with the greatest
 */
public record Amounts(String field, String min, String max) {
    /** A plain decimal, as amounts are. */
    public static final String PATTERN = "\\d{1,15}(\\.\\d{1,9})?";

    public static final String CURRENCY = "currency";

    /**
     * What the parameters ask for; null if for nothing.
     *
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if a currency is missing or there is no such, or the bounds
     *     are the wrong way round
     */
    public @Nullable Query filter(@Nullable String currency, @Nullable String least, @Nullable String greatest) {
        if (currency == null && least == null && greatest == null) {
            return null;
        }
        if (currency == null) {
            throw Parameters.invalid(CURRENCY, "is needed with " + min + " and " + max);
        }
        List<Query> filters = new ArrayList<>();
        filters.add(Filters.anyOf(
                field + ".currency",
                Values.of(CURRENCY, currency).stream()
                        .map(code -> Parameters.read(CURRENCY, code, Amounts::known))
                        .toList()));
        if (least != null || greatest != null) {
            BigDecimal from = least == null ? null : new BigDecimal(least);
            BigDecimal to = greatest == null ? null : new BigDecimal(greatest);
            if (from != null && to != null && from.compareTo(to) > 0) {
                throw Parameters.invalid(max, "must not be below " + min);
            }
            filters.add(Filters.amounts(field + ".amount.value", from, to));
        }
        return Filters.all(filters);
    }

    private static String known(String code) {
        try {
            return CurrencyUnit.of(code).getCode();
        } catch (IllegalCurrencyException unknown) {
            throw new IllegalArgumentException("must be a currency of ISO 4217, such as GBP", unknown);
        }
    }
}
