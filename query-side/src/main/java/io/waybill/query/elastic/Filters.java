package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What narrows a search down without making anything more or less relevant. */
public final class Filters {
    private Filters() {}

    /** Any of these values, exactly. */
    public static Query anyOf(String field, List<String> values) {
        List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(wanted))));
    }

    /** From the first day up to the last, both included, in UTC; either may be missing. */
    public static Query days(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(field).format("epoch_millis");
            if (from != null) {
                date.gte(begin(from));
            }
            return to == null ? date : date.lt(begin(to.plusDays(1)));
        })));
    }

    /** From one amount up to another, both included; either may be missing. */
    public static Query amounts(String field, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field(field);
            if (min != null) {
                number.gte(min.doubleValue());
            }
            return max == null ? number : number.lte(max.doubleValue());
        })));
    }

    /** All of these. */
    public static Query all(List<Query> queries) {
        return Query.of(query -> query.bool(all -> all.filter(queries)));
    }

    private static String begin(LocalDate day) {
        return String.valueOf(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    }
}
