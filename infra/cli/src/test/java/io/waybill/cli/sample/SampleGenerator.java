package io.waybill.cli.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the sample that the repository carries: a few hundred orders of an imaginary shop, as dirty as real ones. The same
 * file each time; run it from the repository root to write it again after a change, then run {@code expected.py} beside it.
 */
final class SampleGenerator {
    static final Path SAMPLE = Path.of("docs", "sample", "online-retail-sample.csv.gz");

    private static final long SEED = 20_260_323;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 23);
    /** The clocks go forward within them. */
    private static final int DAYS = 10;

    private static final int ORDERS_A_DAY = 32;
    private static final int LARGEST_ORDER = 180;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COUNTRIES =
            List.of("Germany", "France", "EIRE", "Spain", "Netherlands", "Belgium", "Channel Islands", "Unspecified");

    private final Random random = new Random(SEED);
    private final List<Catalogue.Product> products = Catalogue.products(random);
    private final StringBuilder csv =
            new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
    private final GivenBack givenBack = new GivenBack(SEED);
    private int invoice = 700_001;

    public static void main(String[] args) throws IOException {
        Files.createDirectories(SAMPLE.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(SAMPLE))) {
            out.write(new SampleGenerator().csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    String csv() {
        for (int day = 0; day < DAYS; day++) {
            LocalDateTime time = FIRST_DAY.plusDays(day).atTime(8, 30);
            for (int order = 0; order < ORDERS_A_DAY; order++) {
                time = time.plusMinutes(1 + random.nextInt(16));
                order(time);
                if (random.nextInt(6) == 0) {
                    noOrder(time.plusSeconds(30));
                }
            }
            cancellations(FIRST_DAY.plusDays(day).atTime(19, 0));
        }
        return csv.toString();
    }

    private void order(LocalDateTime time) {
        String number = Integer.toString(invoice++);
        String customer = random.nextInt(4) == 0 ? "" : 14_000 + random.nextInt(180) + ".0";
        String country = random.nextInt(6) == 0 ? COUNTRIES.get(random.nextInt(COUNTRIES.size())) : "United Kingdom";
        int lines = invoice % 150 == 0 ? LARGEST_ORDER : 1 + random.nextInt(5 + random.nextInt(30));
        LocalDateTime rowTime = time;
        for (int line = 0; line < lines; line++) {
            // A till that takes a minute over a long invoice writes two times on it.
            rowTime = line == 3 && random.nextInt(5) == 0 ? time.plusMinutes(1) : rowTime;
            Catalogue.Product product = pick();
            String description = description(product);
            int quantity = quantity();
            givenBack.bought(new GivenBack.Line(customer, product, quantity));
            row(number, product, description, quantity, rowTime, product.price(), customer, country);
            if (random.nextInt(25) == 0) {
                row(number, product, description(product), quantity(), rowTime, product.price(), customer, country);
            }
        }
        if (random.nextInt(30) == 0) {
            row(number, pick(), "", 1, rowTime, "0.0", customer, country);
        }
    }

    /** What a shop's books hold besides orders. */
    private void noOrder(LocalDateTime time) {
        Catalogue.Product product = pick();
        String number = Integer.toString(invoice++);
        switch (random.nextInt(8)) {
            case 0 -> row("A" + number, product, "Adjust bad debt", 1, time, "1406.20", "", "United Kingdom");
            case 1 -> row(number, product, "damaged", -1 - random.nextInt(40), time, "0.0", "", "United Kingdom");
            case 2 -> row(number, product, "found", 1 + random.nextInt(40), time, "0.0", "", "United Kingdom");
            default ->
                row(
                        "C" + number,
                        product,
                        product.name(),
                        -1 - random.nextInt(6),
                        time,
                        product.price(),
                        "14007.0",
                        "France");
        }
    }

    private void cancellations(LocalDateTime time) {
        for (GivenBack.Cancellation each : givenBack.ofDay()) {
            for (int row = 0; row < (each.again() ? 2 : 1); row++) {
                cells(
                        each.invoice(),
                        each.sku(),
                        "",
                        -each.pieces(),
                        time,
                        each.price(),
                        each.customer(),
                        "United Kingdom");
            }
        }
    }

    /** Some sell far better than others. */
    private Catalogue.Product pick() {
        double skewed = random.nextDouble() * random.nextDouble();
        return products.get((int) (skewed * products.size()));
    }

    private int quantity() {
        return switch (random.nextInt(10)) {
            case 0 -> 48 * (1 + random.nextInt(3));
            case 1, 2 -> 12;
            default -> 1 + random.nextInt(8);
        };
    }

    private String description(Catalogue.Product product) {
        return switch (random.nextInt(40)) {
            case 0 -> "";
            case 1 -> "  " + product.name() + " ";
            case 2 -> "\"" + product.name() + ", \"\"SECONDS\"\"\"";
            default -> product.name();
        };
    }

    private void row(
            String number,
            Catalogue.Product product,
            String description,
            int quantity,
            LocalDateTime time,
            String price,
            String customer,
            String country) {
        String sku = random.nextInt(20) == 0 ? product.sku().toLowerCase(Locale.ROOT) : product.sku();
        cells(number, sku, description, quantity, time, price, customer, country);
    }

    private void cells(
            String number,
            String sku,
            String description,
            int quantity,
            LocalDateTime time,
            String price,
            String customer,
            String country) {
        csv.append(String.join(
                        ",",
                        number,
                        sku,
                        description,
                        Integer.toString(quantity),
                        TIME.format(time),
                        price,
                        customer,
                        country))
                .append('\n');
    }
}
