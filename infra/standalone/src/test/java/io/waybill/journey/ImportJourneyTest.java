package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.waybill.cli.ImportCommand;
import io.waybill.cli.rebuild.RebuildCommand;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's past, imported with the command line, agrees to the penny with figures that others computed. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class ImportJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Path ROOT = Path.of(System.getProperty("waybill.root"));
    private static final Path SAMPLE = ROOT.resolve("docs/sample");
    private static final Path ONLINE_RETAIL =
            ROOT.resolve("../shared/data/online-retail").normalize();

    private static RunningWaybill waybill;

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void the_sample_agrees_with_its_figures_and_importing_it_again_changes_nothing() throws Exception {
        JsonNode expected = read(SAMPLE.resolve("expected.json"));
        String file = SAMPLE.resolve("online-retail-sample.csv.gz").toString();

        JsonNode report = run(0, "import", file, "--url", waybill.url(), "--json");

        assertThat(report.get("placed").asInt()).isEqualTo(320);
        returned(expected.get("returns"), report);
        String during = "&from=2026-03-23&to=2026-04-01&zone=Europe/London&limit=5000";
        SalesFigures figures = new SalesFigures(expected);
        figures.agreeByCountry(waybill.get("/api/v1/reports/sales?by=country" + during));
        figures.agreeBySku(waybill.get("/api/v1/reports/sales?by=sku" + during));

        JsonNode again = run(0, "import", file, "--url", waybill.url(), "--json");

        returned(expected.get("returns"), again);
        figures.agreeByCountry(waybill.get("/api/v1/reports/sales?by=country" + during));
    }

    @Test
    void two_days_of_real_orders_agree_with_their_figures() throws Exception {
        assumeThat(ONLINE_RETAIL.resolve("expected.json"))
                .as("the Online Retail data set beside the repository")
                .exists();
        JsonNode expected = read(ONLINE_RETAIL.resolve("expected.json")).get("byDay");

        JsonNode report = run(
                0, "import", retail(), "--from", "2010-12-01", "--to", "2010-12-02", "--url", waybill.url(), "--json");

        JsonNode days = waybill.get("/api/v1/reports/sales?by=day&from=2010-12-01&to=2010-12-02&zone=Europe/London");
        for (int i = 0; i < 2; i++) {
            JsonNode day = days.at("/rows/" + i);
            JsonNode figures = expected.get(day.get("key").asString());
            assertThat(day.get("orders").asInt())
                    .isEqualTo(figures.get("orders").asInt());
            assertThat(day.at("/revenue/amount").asString())
                    .isEqualTo(figures.get("revenue").asString());
        }
        assertThat(days.at("/totals/orders").asInt()).isEqualTo(127 + 142);
        // What expected.py says of these two days alone.
        assertThat(report.at("/returns/cancellations").asInt()).isEqualTo(70);
        assertThat(report.at("/returns/refunds").asInt()).isEqualTo(5);
        assertThat(report.at("/returns/refunded").asString()).isEqualTo("56.75");
    }

    @Test
    void with_too_little_stock_orders_are_rejected_everything_is_released_and_no_stock_is_negative() throws Exception {
        assumeThat(ONLINE_RETAIL.resolve("expected.json"))
                .as("the Online Retail data set beside the repository")
                .exists();

        JsonNode report = run(
                0,
                "import",
                retail(),
                "--from",
                "2010-12-07",
                "--to",
                "2010-12-07",
                "--stock",
                "100",
                "--warehouse",
                "SMALL",
                "--no-returns",
                "--url",
                waybill.url(),
                "--json");

        assertThat(report.get("placed").asInt()).isEqualTo(84);
        assertThat(report.at("/byState/REJECTED/orders").asInt()).isPositive();
        assertThat(count("select count(*) from stocklevel where available < 0")).isZero();
        // The import has waited for the orders' own view, which may be ahead of the others.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("select coalesce(sum(reserved), 0) from stocklevel"))
                        .as("what is held is what confirmed orders ask for")
                        .isEqualTo(count("select coalesce(sum(quantity), 0) from salesreport"
                                + " join ordersummary using (order_id) where status = 'CONFIRMED'")));
        assertThat(count("select count(*) from stocklevel where available < 0")).isZero();
    }

    @Test
    void a_file_that_is_not_the_format_is_refused_in_one_line_and_nothing_is_imported() throws Exception {
        Path wrong = Files.createTempFile("wrong", ".csv");
        Files.writeString(wrong, "a,b,c\n1,2,3\n");
        long events = count("select count(*) from audit");

        StringWriter errors = new StringWriter();
        int exit = commandLine(new StringWriter(), errors).execute("import", wrong.toString(), "--url", waybill.url());

        assertThat(exit).isEqualTo(2);
        assertThat(errors.toString().strip()).contains("line 1").doesNotContain("\n");
        assertThat(count("select count(*) from audit")).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordersummary", "stocklevel", "salesreport", "ordersearch"})
    void a_rebuilt_view_equals_the_one_before(String view) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();

        int exit = commandLine(out, errors).execute("rebuild", view, "--url", waybill.url());

        assertThat(exit).as("%s%s", out, errors).isZero();
        assertThat(out + errors.toString()).contains("checksum");
    }

    /** As the import says, and as the event store says: each matched line once, refunded to the penny, and restocked. */
    private static void returned(JsonNode expected, JsonNode report) {
        JsonNode returns = report.get("returns");
        for (String figure : new String[] {"cancellations", "matched", "value", "credited", "unmatched"}) {
            assertThat(returns.get(figure)).as(figure).isEqualTo(expected.get(figure));
        }
        assertThat(returns.get("refunds")).isEqualTo(expected.get("matched"));
        assertThat(returns.get("refunded")).isEqualTo(expected.get("value"));
        int delivered = expected.get("orders").asInt();
        assertThat(report.at("/byState/DELIVERED/orders").asInt()).isEqualTo(delivered);
        assertThat(report.at("/byState/CONFIRMED/orders").asInt()).isEqualTo(320 - delivered);
        assertThat(ofSample("select count(*) from sample"))
                .isEqualTo(expected.get("matched").asString());
        assertThat(ofSample("select sum((payload->'amount'->>'amount')::numeric) from event"
                        + " join sample on payload->>'refund' = id where name = 'PaymentRefunded'"))
                .isEqualTo(expected.get("value").asString());
        assertThat(ofSample("select sum((payload->>'quantity')::int) from event"
                        + " join sample on payload->>'returnId' = id where name = 'ReturnRestocked'"))
                .isEqualTo(expected.get("pieces").asString());
    }

    private static String retail() {
        return ONLINE_RETAIL.resolve("2010-12_2011-08.csv.gz").toString();
    }

    /** What the event store says of the sample's returns, which their invoices tell from those of real orders. */
    private static String ofSample(String sql) {
        return waybill.log().sql("""
                        with sample as (
                          select aggregate_id as id from event
                           where name = 'ReturnRequested' and payload->>'reason' like 'cancellation C90%')
                        """ + sql).query(String.class).single();
    }

    private static long count(String sql) {
        return waybill.views().sql(sql).query(Long.class).single();
    }

    private static JsonNode read(Path file) throws Exception {
        return new JsonMapper().readTree(Files.readString(file));
    }

    private static JsonNode run(int expectedExit, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int exit = commandLine(out, errors).execute(arguments);
        assertThat(exit).as("%s%s", out, errors).isEqualTo(expectedExit);
        return new JsonMapper().readTree(out.toString());
    }

    private static CommandLine commandLine(StringWriter out, StringWriter errors) {
        return new CommandLine(new Root())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new RebuildCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true));
    }

    @Command(name = "waybill")
    private static final class Root {}
}
