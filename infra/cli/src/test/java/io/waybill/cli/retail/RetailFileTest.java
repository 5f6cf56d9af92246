package io.waybill.cli.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailFileTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String GOOD = "536365,85123A,MUG,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";

    @TempDir
    Path folder;

    @Test
    void one_invoice_of_many_rows_is_one_order() throws Exception {
        RetailFile file = read(GOOD + """
                536366,22633,LAMP,1,2010-12-01 08:28:00,1.85,17850.0,France
                536365,71053,JUG,2,2010-12-01 08:27:00,3.39,17850.0,United Kingdom
                536365,85123A,MUG,1,2010-12-01 08:27:00,2.55,17850.0,United Kingdom
                """);

        assertThat(file.orders()).hasSize(2);
        RetailOrder order = file.orders().getFirst();
        assertThat(order.invoice()).isEqualTo("536365");
        assertThat(order.customer()).isEqualTo("17850");
        assertThat(order.lines()).extracting(RetailLine::sku).containsExactly("85123A", "71053", "85123A");
        assertThat(order.time()).hasToString("2010-12-01T08:26");
        assertThat(order.total()).isEqualByComparingTo("24.63");
    }

    @Test
    void rows_that_are_not_orders_are_counted_by_reason() throws Exception {
        RetailFile file = read("""
                C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0,United Kingdom
                A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom
                536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom
                536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
                536415,22139,,56,2010-12-01 11:52:00,-1.5,,United Kingdom
                """);

        assertThat(file.orders()).isEmpty();
        assertThat(file.rowsNotOrders())
                .isEqualTo(Map.of(
                        NotAnOrder.CANCELLATION, 1L,
                        NotAnOrder.BAD_DEBT_ADJUSTMENT, 1L,
                        NotAnOrder.QUANTITY_NOT_POSITIVE, 1L,
                        NotAnOrder.PRICE_NOT_POSITIVE, 2L));
    }

    @Test
    void rows_of_a_cancelled_invoice_that_say_the_same_are_told_apart() throws Exception {
        RetailFile file = read("""
                C1,71053,MUG,-2,2010-12-01 08:26:00,2.55,17850.0,France
                C1,71053,MUG,-2,2010-12-01 08:26:00,2.55,17850.0,France
                C2,71053,MUG,-2,2010-12-01 08:26:00,2.55,17850.0,France
                """);

        assertThat(file.cancellations())
                .extracting(RetailCancellation::occurrence)
                .containsExactly(1, 2, 1);
        assertThat(file.cancellations()).doesNotHaveDuplicates();
        assertThat(file.cancellations().getFirst().total()).isEqualTo("5.10");
    }

    @Test
    void a_sku_is_one_product_whatever_its_case_named_by_the_newest_description() throws Exception {
        RetailFile file = read("""
                1,85123a,  OLD MUG ,6,2010-12-01 08:26:00,2.55,,France
                2,85123A,NEW MUG,1,2010-12-02 08:26:00,2.95,,France
                3,85123A,,1,2010-12-03 08:26:00,0.001,,France
                4,71053,,1,2010-12-03 08:26:00,1,,France
                5,85123A,thrown away,-1,2010-12-04 08:26:00,0.0,,France
                """);

        assertThat(file.products())
                .containsExactly(
                        new RetailProduct("71053", "71053", new BigDecimal("1"), 1),
                        new RetailProduct("85123A", "NEW MUG", new BigDecimal("0.001"), 8));
    }

    @Test
    void an_order_without_a_customer_is_a_guests() throws Exception {
        assertThat(read("1,A,MUG,1,2010-12-01 08:26:00,2.55,,France\n")
                        .orders()
                        .getFirst()
                        .customer())
                .isNull();
    }

    @Test
    void a_total_is_rounded_half_even_line_by_line() {
        assertThat(new RetailLine("A", 5, new BigDecimal("0.001")).total()).hasToString("0.00");
        assertThat(new RetailLine("A", 15, new BigDecimal("0.001")).total()).hasToString("0.02");
        assertThat(new RetailLine("A", 25, new BigDecimal("0.001")).total()).hasToString("0.02");
    }

    @Test
    void times_are_those_of_the_united_kingdom() throws Exception {
        RetailFile file = read("""
                1,A,MUG,1,2010-12-01 08:26:00,2.55,,France
                2,A,MUG,1,2011-07-01 08:26:00,2.55,,France
                """);

        assertThat(file.orders())
                .extracting(RetailOrder::orderedAt)
                .containsExactly(Instant.parse("2010-12-01T08:26:00Z"), Instant.parse("2011-07-01T07:26:00Z"));
    }

    @Test
    void only_the_wanted_days_are_taken() throws Exception {
        String rows = """
                1,A,MUG,1,2010-12-01 08:26:00,1,,France
                2,B,JUG,1,2010-12-02 23:59:00,1,,France
                2,B,JUG,1,2010-12-03 00:00:00,1,,France
                C3,B,JUG,-1,2010-12-02 08:26:00,1,,France
                C4,B,JUG,-1,2010-12-03 08:26:00,1,,France
                """;

        RetailFile file =
                RetailFile.read(plain(HEADER + rows), new Days(LocalDate.of(2010, 12, 2), LocalDate.of(2010, 12, 2)));

        assertThat(file.orders())
                .singleElement()
                .returns(2, order -> order.lines().size());
        assertThat(file.products()).extracting(RetailProduct::sku).containsExactly("B");
        assertThat(file.rowsNotOrders()).isEqualTo(Map.of(NotAnOrder.CANCELLATION, 1L));
    }

    @Test
    void a_quoted_description_may_hold_anything() throws Exception {
        RetailFile file = read("1,A,\"MUG, \"\"BLUE\"\"\",1,2010-12-01 08:26:00,1,,France\r\n");

        assertThat(file.products()).extracting(RetailProduct::name).containsExactly("MUG, \"BLUE\"");
    }

    @Test
    void a_file_may_be_compressed_whatever_its_name() throws Exception {
        RetailFile plain = RetailFile.read(plain(HEADER + GOOD), Days.ALL);
        RetailFile compressed = RetailFile.read(compressed(HEADER + GOOD), Days.ALL);

        assertThat(compressed.orders()).isEqualTo(plain.orders());
        assertThat(compressed.fingerprint()).hasSize(64).isNotEqualTo(plain.fingerprint());
    }

    @Test
    void a_header_may_begin_with_a_byte_order_mark_and_need_not_be_followed() throws Exception {
        assertThat(RetailFile.read(plain("\uFEFF" + HEADER), Days.ALL).orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x536365,A,MUG,1,2010-12-01 08:26:00,1,,France    | line 3, column InvoiceNo: "x536365" is not digits
                    1,MÜG,MUG,1,2010-12-01 08:26:00,1,,France        | line 3, column StockCode: "MÜG" is not 1 to 64
                    1,A,MUG,many,2010-12-01 08:26:00,1,,France       | line 3, column Quantity: "many" is not a whole number
                    1,A,MUG,1.5,2010-12-01 08:26:00,1,,France        | line 3, column Quantity: "1.5" is not a whole number
                    1,A,MUG,1,01/12/2010 08:26,1,,France             | line 3, column InvoiceDate: "01/12/2010 08:26" is not like
                    1,A,MUG,1,2010-02-30 08:26:00,1,,France          | line 3, column InvoiceDate: "2010-02-30 08:26:00" is not like
                    1,A,MUG,1,2010-12-01 08:26:00,1e5,,France        | line 3, column UnitPrice: "1e5" is not a decimal number
                    1,A,MUG,1,2010-12-01 08:26:00,1,bob,France       | line 3, column CustomerID: "bob" is not digits
                    1,A,MUG,1,2010-12-01 08:26:00,1,,                | line 3, column Country: "" is not 1 to 60
                    1,A,MUG,1,2010-12-01 08:26:00,1,                 | line 3: has 7 columns, not 8
                    1,A,MUG,1,2010-12-01 08:26:00,1,,France,x        | line 3: has 9 columns, not 8
                    1,A,"MUG"x,1,2010-12-01 08:26:00,1,,France       | line 3: is not CSV
                    """)
    void a_row_that_does_not_belong_is_named_with_its_column(String row, String message) {
        refused(HEADER + GOOD + row + "\n" + GOOD, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                              | line 1: the file is empty
                    hello                           | line 1, column InvoiceNo: is not there
                    InvoiceNo,SKU,Description       | line 1, column StockCode: is not there
                    InvoiceNo,StockCode,Description | line 1, column Quantity: is not there
                    """)
    void a_header_that_does_not_belong_is_named(String header, String message) {
        refused(header, message);
    }

    @Test
    void a_line_without_an_end_is_given_up_on() {
        refused(HEADER + "x".repeat(BoundedLines.MAX_LINE * 3), "line 2: is longer than any row may be");
    }

    @Test
    void an_open_quotation_mark_is_found_at_its_row() {
        refused(HEADER + GOOD + """
                1,"A,MUG,1,2010-12-01 08:26:00,1,,France
                """, "line 3: is not CSV");
    }

    @Test
    void what_is_not_text_is_refused() throws Exception {
        Path file = Files.write(folder.resolve("latin"), (HEADER + "1,A,MÜG").getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(NotTheFormat.class)
                .isThrownBy(() -> RetailFile.read(file, Days.ALL))
                .withMessageContaining("is not UTF-8 text");
    }

    @Test
    void a_compressed_file_that_is_cut_off_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(compressed(HEADER + GOOD.repeat(5_000)));
        Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 20));

        assertThatExceptionOfType(NotTheFormat.class)
                .isThrownBy(() -> RetailFile.read(file, Days.ALL))
                .withMessageContaining("the compressed file is cut off");
    }

    private void refused(String content, String message) {
        assertThatExceptionOfType(NotTheFormat.class)
                .isThrownBy(() -> RetailFile.read(plain(content), Days.ALL))
                .withMessageStartingWith(message)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }

    private RetailFile read(String rows) throws Exception {
        return RetailFile.read(plain(HEADER + rows), Days.ALL);
    }

    private Path plain(String content) throws IOException {
        return Files.writeString(folder.resolve("retail.csv"), content);
    }

    private Path compressed(String content) throws IOException {
        Path file = folder.resolve("retail");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
