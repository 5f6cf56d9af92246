package io.waybill.cli;

import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.Interruption;
import io.waybill.cli.call.Server;
import io.waybill.cli.loading.ImportPlan;
import io.waybill.cli.loading.ImportReport;
import io.waybill.cli.loading.ImportRun;
import io.waybill.cli.loading.ReportText;
import io.waybill.cli.retail.Days;
import io.waybill.cli.retail.NotTheFormat;
import io.waybill.cli.retail.RetailFile;
import io.waybill.cli.terminal.Progress;
import io.waybill.cli.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code waybill import}: a shop's past orders, from a file into a running Waybill. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Places every order of a file in the Online Retail format (CSV, plain or compressed with gzip).",
            "Its products are registered and its stock received first. Each line of a cancelled invoice becomes a",
            "return to the customer's most recent order that holds enough of it. Repeating an import changes nothing,",
            "and one that was broken off goes on where it was, for a day."
        },
        exitCodeListHeading = "%nEnds with%n",
        exitCodeList = {
            "0:all orders are placed and at an end, and what was returned is refunded",
            "1:some orders were refused, or are still open",
            "2:the file is not the format, or an option is wrong; nothing was imported",
            "3:Waybill does not answer",
            "130:interrupted; repeating goes on"
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  waybill import docs/sample/online-retail-sample.csv.gz",
            "  waybill import orders.csv.gz --from 2010-12-01 --to 2010-12-10 --stock 500",
            "  waybill import orders.csv --url http://waybill.example:8080 --json > report.json"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final String GOES_ON = "What was placed stays placed; the same command again goes on from here.";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Parameters(paramLabel = "FILE", description = "The file, .csv or .csv.gz")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private Path file;

    @Mixin
    private final ImportOptions options = new ImportOptions();

    @Mixin
    private final Server server = new Server();

    @Option(names = "--json", description = "Print the report as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        ImportPlan plan = options.plan();
        Days days = options.days();
        PrintWriter err = command.commandLine().getErr();
        try {
            RetailFile orders = RetailFile.read(file, days);
            err.printf(
                    "%s: %,d orders, %,d lines, %s%n",
                    file.getFileName(), orders.orders().size(), orders.lines(), days);
            err.flush();
            return load(orders, plan, err);
        } catch (NotTheFormat e) {
            err.println(file + ", " + e.getMessage() + ". Nothing was imported.");
            return ExitCodes.BAD_INPUT;
        } catch (IOException e) {
            err.println(file + " cannot be read (" + e.getClass().getSimpleName() + "). Nothing was imported.");
            return ExitCodes.BAD_INPUT;
        }
    }

    private int load(RetailFile orders, ImportPlan plan, PrintWriter err) {
        Stop stop = new Stop();
        try (Interruption _ = new Interruption(stop, err, "Stopping; what has begun comes to its end first.");
                WaybillApi api = new WaybillApi(server.url(), "import", stop)) {
            return load(orders, plan, api, stop, err);
        }
    }

    private int load(RetailFile orders, ImportPlan plan, WaybillApi api, Stop stop, PrintWriter err) {
        boolean terminal = Screen.ofThisProcess().terminal();
        try {
            ImportReport report = new ImportRun(
                            orders, plan, api, stop, (label, total) -> new Progress(err, terminal, label, total))
                    .run();
            print(report);
            return stop.isCalled() ? interrupted(err) : ended(report);
        } catch (GaveUp e) {
            return stop.isCalled() ? interrupted(err) : gaveUp(e, err);
        }
    }

    private void print(ImportReport report) {
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? JSON.writeValueAsString(report) : ReportText.of(report));
        out.flush();
    }

    private static int ended(ImportReport report) {
        return report.isComplete() ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private static int gaveUp(GaveUp e, PrintWriter err) {
        err.println(e.getMessage());
        err.println(GOES_ON);
        return e.isUnreachable() ? ExitCodes.UNREACHABLE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private static int interrupted(PrintWriter err) {
        err.println("Interrupted. " + GOES_ON);
        return ExitCodes.INTERRUPTED;
    }
}
