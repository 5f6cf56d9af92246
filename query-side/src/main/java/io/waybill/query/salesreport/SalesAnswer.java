package io.waybill.query.salesreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sales report, in one currency. What was not asked for, or does not exist, is left out.
 *
 * @param from the first day, in the zone
 * @param to the last day, in the zone
 * @param currency of all money in it; none where nothing was sold
 * @param rows by day upwards, by country and SKU with the highest revenue first
 * @param more whether there are more rows than were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SalesAnswer(
        String by,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone,
        @Nullable String currency,
        Totals totals,
        List<Row> rows,
        boolean more) {

    /**
     * Over all rows, also those beyond the limit.
     *
     * @param customers those that gave a number; guests are not among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Totals(
            long orders,
            long lines,
            long quantity,
            long skus,
            long customers,
            @Nullable Money revenue) {
        static final Totals NONE = new Totals(0, 0, 0, 0, 0, null);
    }

    record Row(String key, long orders, long lines, long quantity, Money revenue) {}
}
