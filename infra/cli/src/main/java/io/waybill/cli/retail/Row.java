package io.waybill.cli.retail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One row, checked and tidied: blanks cut off, the SKU in upper case, the customer's number without its {@code .0}.
 *
 * @param time UK local time
 * @param customer null for a guest
 */
record Row(
        String invoice,
        String sku,
        String description,
        int quantity,
        LocalDateTime time,
        BigDecimal unitPrice,
        @Nullable String customer,
        String country) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static Row of(CSVRecord cells, long line) throws NotTheFormat {
        if (cells.size() != Column.HEADER.size()) {
            throw new NotTheFormat(line, "has " + cells.size() + " columns, not " + Column.HEADER.size());
        }
        String customer = Column.CUSTOMER_ID.check(cells.get(6), line);
        return new Row(
                Column.INVOICE_NO.check(cells.get(0), line),
                Column.STOCK_CODE.check(cells.get(1), line).toUpperCase(Locale.ROOT),
                Column.DESCRIPTION.check(cells.get(2), line),
                Integer.parseInt(Column.QUANTITY.check(cells.get(3), line)),
                time(Column.INVOICE_DATE.check(cells.get(4), line), line),
                new BigDecimal(Column.UNIT_PRICE.check(cells.get(5), line)),
                customer.isEmpty() ? null : customer.replace(".0", ""),
                Column.COUNTRY.check(cells.get(7), line));
    }

    /** Why this row is not a line of an order, or null if it is one. */
    @Nullable
    NotAnOrder notAnOrder() {
        if (invoice.startsWith("C")) {
            return NotAnOrder.CANCELLATION;
        }
        if (invoice.startsWith("A")) {
            return NotAnOrder.BAD_DEBT_ADJUSTMENT;
        }
        if (quantity <= 0) {
            return NotAnOrder.QUANTITY_NOT_POSITIVE;
        }
        return unitPrice.signum() <= 0 ? NotAnOrder.PRICE_NOT_POSITIVE : null;
    }

    /** This row as the first of its kind of a cancelled invoice, which gives its pieces as a negative quantity. */
    RetailCancellation cancellation() {
        return new RetailCancellation(invoice, time, customer, sku, Math.negateExact(quantity), unitPrice, 1);
    }

    private static LocalDateTime time(String text, long line) throws NotTheFormat {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw Column.INVOICE_DATE.refusal(text, line);
        }
    }
}
