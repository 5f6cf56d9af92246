package io.waybill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.call.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {
    private static final String ROWS = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            1,a 1,MUG,6,2010-12-01 08:26:00,2.55,17850.0,France
            1,A 1,MUG,2,2010-12-01 08:26:00,2.55,17850.0,France
            2,B,PEBBLE,2000000,2011-07-01 08:26:00,0.001,,Germany
            C3,B,PEBBLE,-2,2011-07-01 08:26:00,0.001,,Germany
            """;

    @TempDir
    private Path folder;

    private final Shell shell = new Shell();
    private PretendWaybill waybill;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        waybill = new PretendWaybill();
        file = Files.writeString(folder.resolve("retail.csv"), ROWS);
    }

    @AfterEach
    void stop() {
        waybill.close();
    }

    @Test
    void products_stock_and_orders_arrive_exactly() {
        assertThat(load()).as(shell.err()).isZero();

        assertThat(waybill.products.get("A 1").toString())
                .isEqualTo("{\"sku\":\"A 1\",\"name\":\"MUG\",\"price\":{\"amount\":\"2.55\",\"currency\":\"GBP\"}}");
        assertThat(waybill.stock).containsEntry("A 1@MAIN", 8).containsEntry("B@MAIN", 2_000_000);
        assertThat(waybill.orders.get("1").toString())
                .isEqualTo(
                        "{\"customerId\":\"17850\",\"reference\":\"1\",\"shipTo\":{\"country\":\"France\"},\"lines\":["
                                + "{\"sku\":\"A 1\",\"quantity\":6,\"unitPrice\":{\"amount\":\"2.55\",\"currency\":\"GBP\"}},"
                                + "{\"sku\":\"A 1\",\"quantity\":2,\"unitPrice\":{\"amount\":\"2.55\",\"currency\":\"GBP\"}}],"
                                + "\"payment\":{\"cardToken\":\"tok_approve\"},\"orderedAt\":\"2010-12-01T08:26:00Z\"}");
        assertThat(waybill.orders.get("2").has("customerId")).isFalse();
        assertThat(waybill.orders.get("2").get("orderedAt").asString()).isEqualTo("2011-07-01T07:26:00Z");
    }

    @Test
    void the_report_says_what_became_of_the_orders_and_what_is_none() {
        load();

        assertThat(shell.out())
                .contains("orders placed", "3 lines, GBP 2,020.40")
                .containsPattern("confirmed +2 +GBP 2,020.40")
                .containsPattern("rows not orders +1")
                .containsPattern("cancellation +1");
    }

    @Test
    void rejected_orders_are_counted_by_reason_and_in_json() {
        waybill.stateOfOrders = "REJECTED";

        assertThat(load("--json", "--stock", "5", "--warehouse", "NORTH")).isZero();

        JsonNode report = new JsonMapper().readTree(shell.out());
        assertThat(report.at("/byState/REJECTED/orders").asInt()).isEqualTo(2);
        assertThat(report.at("/rejections/SHORT_STOCK").asInt()).isEqualTo(2);
        assertThat(report.at("/rowsNotOrders/cancellation").asInt()).isEqualTo(1);
        assertThat(report.at("/revenue").asString()).isEqualTo("2020.40");
        assertThat(waybill.stock).containsEntry("A 1@NORTH", 5).containsEntry("B@NORTH", 5);
    }

    @Test
    void repeating_an_import_changes_nothing() {
        load();
        load();

        assertThat(waybill.stock).containsEntry("A 1@MAIN", 8).containsEntry("B@MAIN", 2_000_000);
        assertThat(waybill.orders).hasSize(2);
    }

    @Test
    void a_product_that_somebody_else_registered_is_known() {
        waybill.products.put("B", new JsonMapper().createObjectNode());

        assertThat(load()).isZero();
        assertThat(waybill.orders).hasSize(2);
    }

    @Test
    void what_is_unavailable_for_a_moment_is_asked_again() {
        waybill.unavailable.set(5);

        assertThat(load()).isZero();
        assertThat(waybill.orders).hasSize(2);
    }

    @Test
    void never_more_requests_at_a_time_than_allowed() throws IOException {
        manyOrders(30);

        assertThat(load("--concurrency", "3")).isZero();
        assertThat(waybill.orders).hasSize(30);
        assertThat(waybill.busiest).hasValueBetween(1, 3);
    }

    @Test
    void an_order_that_is_refused_is_named_and_the_others_are_placed() throws IOException {
        Files.writeString(file, ROWS.replace("Germany", "Nowhere"));

        assertThat(load()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out()).contains("invoice 2: No. /shipTo/country is nowhere.");
        assertThat(waybill.orders).containsOnlyKeys("1");
    }

    @Test
    void orders_that_do_not_come_to_an_end_are_still_open() {
        waybill.stateOfOrders = "PLACED";

        assertThat(load("--wait", "0")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out()).containsPattern("still open +2");
    }

    @Test
    void a_file_that_is_not_the_format_is_refused_in_one_line_before_anything_is_sent() throws IOException {
        Files.writeString(file, ROWS + "4,B,PEBBLE,lots,2011-07-01 08:26:00,0.001,,Germany\n");

        assertThat(load()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err().lines())
                .containsExactly(
                        file + ", line 6, column Quantity: \"lots\" is not a whole number. Nothing was imported.");
        assertThat(waybill.requests).hasValue(0);
    }

    @Test
    void a_file_that_is_not_there_is_refused_in_one_line() {
        assertThat(shell.run(new ImportCommand(), folder.resolve("none.csv"))).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err().lines()).singleElement().asString().contains("none.csv cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from 2011-01-02 --to 2011-01-01",
                "--from yesterday",
                "--concurrency 0",
                "--stock -1",
                "--url ftp://x",
                "--wait -1"
            })
    void a_wrong_option_is_refused_before_anything_is_sent(String options) {
        assertThat(load((Object[]) options.split(" ", -1))).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(waybill.requests).hasValue(0);
    }

    @Test
    void a_waybill_that_is_not_there_is_said_to_be_so() {
        waybill.close();

        assertThat(shell.run(new ImportCommand(), file, "--url", waybill.url(), "--concurrency", "1"))
                .isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(shell.err()).contains("does not answer", "the same command again goes on from here");
    }

    private void manyOrders(int count) throws IOException {
        StringBuilder rows = new StringBuilder(ROWS.lines().findFirst().orElseThrow()).append('\n');
        for (int i = 1; i <= count; i++) {
            rows.append(i).append(",A,MUG,1,2010-12-01 08:26:00,1,,France\n");
        }
        Files.writeString(file, rows);
    }

    private int load(Object... options) {
        Object[] args = new Object[options.length + 2];
        args[0] = file;
        args[1] = "--url=" + waybill.url();
        System.arraycopy(options, 0, args, 2, options.length);
        return shell.run(new ImportCommand(), args);
    }
}
