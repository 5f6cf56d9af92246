package io.waybill.cli.retail;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice as an order.
 *
 * @param time of its first row, UK local time
 * @param customer null for a guest
 * @param lines in the file's order
 */
public record RetailOrder(
        String invoice, LocalDateTime time, @Nullable String customer, String country, List<RetailLine> lines) {
    /** The wholesaler's own clock. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    public RetailOrder {
        lines = List.copyOf(lines);
    }

    public LocalDate day() {
        return time.toLocalDate();
    }

    public Instant orderedAt() {
        return time.atZone(ZONE).toInstant();
    }

    /** In pounds. */
    public BigDecimal total() {
        return lines.stream().map(RetailLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
