package io.waybill.cli.retail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From one day to another, both included; null leaves an end open. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Days ALL = new Days(null, null);

    public Days {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the last day is before the first");
        }
    }

    boolean include(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    @Override
    public String toString() {
        if (from == null && to == null) {
            return "all days";
        }
        return (from == null ? "the first day" : from) + " to " + (to == null ? "the last" : to);
    }
}
