package io.waybill.cli.retail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of the format, read whole and found good.
 *
 * @param fingerprint of its bytes: SHA-256 in hexadecimal
 * @param orders in the order of their first rows
 * @param products those that the orders name, by SKU
 * @param cancellations lines of cancelled invoices, in the file's order; they count among the rows that are not orders, too
 * @param rowsNotOrders how many rows are not lines of orders, for each reason that occurs
 */
public record RetailFile(
        String fingerprint,
        List<RetailOrder> orders,
        List<RetailProduct> products,
        List<RetailCancellation> cancellations,
        Map<NotAnOrder, Long> rowsNotOrders) {
    /** More than ten times the public data set; all of it is held in memory. */
    static final long MAX_ROWS = 10_000_000;

    public RetailFile {
        orders = List.copyOf(orders);
        products = List.copyOf(products);
        cancellations = List.copyOf(cancellations);
    }

    /**
     * Reads a file, plain or compressed with gzip, to its end, also where only some days of it are wanted.
     *
     * @throws NotTheFormat at the first thing that does not belong
     * @throws IOException if it cannot be read
     */
    public static RetailFile read(Path file, Days days) throws IOException, NotTheFormat {
        MessageDigest digest = sha256();
        RetailFileBuilder builder = new RetailFileBuilder(days);
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
                Rows rows = Rows.of(bytes)) {
            long count = 0;
            @Nullable Row row;
            while ((row = rows.next()) != null) {
                if (++count > MAX_ROWS) {
                    throw new NotTheFormat(count, "more than " + MAX_ROWS + " rows");
                }
                builder.add(row);
            }
        }
        return builder.build(HexFormat.of().formatHex(digest.digest()));
    }

    public long lines() {
        return orders.stream().mapToLong(order -> order.lines().size()).sum();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
