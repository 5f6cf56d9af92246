package io.waybill.query.salesreport;

import io.waybill.query.parameter.Parameters;
import io.waybill.query.salesreport.SalesAnswer.Row;
import io.waybill.query.salesreport.SalesReader.Sums;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.Range;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /reports/sales}. */
@RestController
class SalesApi {
    static final int MAX_LIMIT = 5_000;

    private final SalesReader sales;

    SalesApi(SalesReader sales) {
        this.sales = sales;
    }

    /**
     * @param from the first day, and {@code to} the last, in the zone; all days without them
     * @param currency needed where things were sold in several, because their sum would mean nothing
     */
    @GetMapping("/api/{version}/reports/sales")
    SalesAnswer report(
            @RequestParam String by,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(defaultValue = "UTC") String zone,
            @RequestParam(required = false) @Nullable String currency) {
        Grouping grouping = Parameters.read("by", by, SalesApi::grouping);
        Period period = new Period(from, to, Parameters.read("zone", zone, SalesApi::zone));
        if (from != null && to != null && to.isBefore(from)) {
            throw Parameters.invalid("to", "must not be before from");
        }
        CurrencyUnit unit = currency == null ? onlyOne(period) : Parameters.read("currency", currency, SalesApi::unit);
        Sums sums = unit == null ? Sums.NONE : sales.sums(grouping, period, unit, limit + 1);
        List<Row> rows = sums.rows();
        return new SalesAnswer(
                by,
                from,
                to,
                period.zone(),
                unit == null ? null : unit.getCode(),
                sums.totals(),
                rows.subList(0, Math.min(limit, rows.size())),
                rows.size() > limit);
    }

    private @Nullable CurrencyUnit onlyOne(Period period) {
        List<String> currencies = sales.currencies(period);
        if (currencies.size() > 1) {
            throw Parameters.invalid("currency", "has to be one of " + String.join(", ", currencies));
        }
        return currencies.isEmpty() ? null : CurrencyUnit.of(currencies.getFirst());
    }

    private static Grouping grouping(String text) {
        return switch (text) {
            case "day" -> Grouping.DAY;
            case "country" -> Grouping.COUNTRY;
            case "sku" -> Grouping.SKU;
            default -> throw new IllegalArgumentException("must be one of day, country, sku");
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("must be a time zone, such as Europe/London", unknown);
        }
    }

    private static CurrencyUnit unit(String text) {
        try {
            return CurrencyUnit.of(text.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException unknown) {
            throw new IllegalArgumentException("must be a currency of ISO 4217, such as GBP", unknown);
        }
    }
}
