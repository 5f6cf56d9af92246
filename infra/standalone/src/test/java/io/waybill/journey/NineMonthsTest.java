package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.cli.ImportCommand;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nine months of real orders, imported as a shop would, with their cancellations. On two processors all are placed after some twenty minutes;
 * until each has come to its end takes far longer, so that the test has to be asked for:
 * {@code -Dwaybill.online-retail=FOLDER} names the folder of the data set.
 */
@EnabledIfSystemProperty(named = NineMonthsTest.FOLDER, matches = ".+", disabledReason = "takes an hour or more")
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class NineMonthsTest {
    static final String FOLDER = "waybill.online-retail";
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final String WHOLE = "&from=2010-12-01&to=2011-08-31&zone=Europe/London&limit=5000";

    @Test
    void sales_by_day_country_and_sku_agree_to_the_penny() throws Exception {
        Path folder = Path.of(System.getProperty(FOLDER));
        SalesFigures expected =
                new SalesFigures(new JsonMapper().readTree(Files.readString(folder.resolve("expected.json"))));
        StringWriter printed = new StringWriter();
        // Closed in this order: an import that is left alone by a failed comparison finds nobody to go on with.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RunningWaybill waybill = new RunningWaybill()) {
            Future<Integer> importing = threads.submit(() -> imported(folder, waybill, new PrintWriter(printed, true)));
            await().atMost(PATIENCE)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> importing.isDone() || expected.haveAllOrders(sales(waybill, "country")));
            agree(expected, waybill);

            // What becomes of the orders changes none of these figures.
            assertThat(importing.get()).as(printed.toString()).isZero();
            agree(expected, waybill);
        }
    }

    private static int imported(Path folder, RunningWaybill waybill, PrintWriter out) {
        return new CommandLine(new ImportCommand())
                .setOut(out)
                .setErr(out)
                .execute(folder.resolve("2010-12_2011-08.csv.gz").toString(), "--url", waybill.url());
    }

    private static void agree(SalesFigures expected, RunningWaybill waybill) {
        expected.agreeByCountry(sales(waybill, "country"));
        expected.agreeByDay(sales(waybill, "day"));
        expected.agreeBySku(sales(waybill, "sku"));
    }

    private static JsonNode sales(RunningWaybill waybill, String by) {
        return waybill.get("/api/v1/reports/sales?by=" + by + WHOLE);
    }
}
