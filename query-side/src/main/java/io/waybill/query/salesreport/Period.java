package io.waybill.query.salesreport;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about.
 *
 * @param from the first; null for the beginning of time
 * @param to the last; null for its end
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
    @Nullable
    OffsetDateTime start() {
        return from == null ? null : from.atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first moment that is not in it. */
    @Nullable
    OffsetDateTime end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }
}
