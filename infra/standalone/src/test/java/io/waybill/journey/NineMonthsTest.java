package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ImportCommand;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nine months of real orders, imported as a shop would, with their cancellations. Takes the better part of an hour, so that
 * it has to be asked for: {@code -Dwaybill.online-retail=FOLDER} names the folder of the data set.
 */
@EnabledIfSystemProperty(
        named = NineMonthsTest.FOLDER,
        matches = ".+",
        disabledReason = "takes the better part of an hour")
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class NineMonthsTest {
    static final String FOLDER = "waybill.online-retail";
    private static final String WHOLE = "&from=2010-12-01&to=2011-08-31&zone=Europe/London&limit=5000";

    @Test
    void sales_by_day_country_and_sku_agree_to_the_penny() throws Exception {
        Path folder = Path.of(System.getProperty(FOLDER));
        SalesFigures expected =
                new SalesFigures(new JsonMapper().readTree(Files.readString(folder.resolve("expected.json"))));
        try (RunningWaybill waybill = new RunningWaybill()) {
            StringWriter printed = new StringWriter();
            PrintWriter out = new PrintWriter(printed, true);

            int exit = new CommandLine(new ImportCommand())
                    .setOut(out)
                    .setErr(out)
                    .execute(folder.resolve("2010-12_2011-08.csv.gz").toString(), "--url", waybill.url());

            assertThat(exit).as(printed.toString()).isZero();
            expected.agreeByCountry(sales(waybill, "country"));
            expected.agreeByDay(sales(waybill, "day"));
            expected.agreeBySku(sales(waybill, "sku"));
        }
    }

    private static JsonNode sales(RunningWaybill waybill, String by) {
        return waybill.get("/api/v1/reports/sales?by=" + by + WHOLE);
    }
}
