package io.waybill.cli;

import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.loading.ImportPlan;
import io.waybill.cli.loading.ImportReport;
import io.waybill.cli.loading.ImportRun;
import io.waybill.cli.loading.ReportText;
import io.waybill.cli.retail.Days;
import io.waybill.cli.retail.NotTheFormat;
import io.waybill.cli.retail.RetailFile;
import io.waybill.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "Its products are registered and its stock received first. Repeating an import changes nothing,",
            "and one that was broken off goes on where it was, for a day."
        },
        exitCodeListHeading = "%nEnds with%n",
        exitCodeList = {
            "0:all orders are placed and at an end",
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
    private static final int MAX_CONCURRENCY = 256;
    private static final int MAX_STOCK = 1_000_000_000;

    @Parameters(paramLabel = "FILE", description = "The file, .csv or .csv.gz")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private Path file;

    @Option(names = "--from", paramLabel = "DATE", description = "First day, such as 2010-12-01")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, included")
    private @Nullable LocalDate to;

    @Option(
            names = "--stock",
            paramLabel = "N",
            description = "Stock for each SKU (default: exactly what the orders want)")
    private @Nullable Integer stock;

    @Option(
            names = "--warehouse",
            paramLabel = "W",
            defaultValue = "MAIN",
            description = "Where stock is received (default: MAIN)")
    private String warehouse = "MAIN";

    @Option(
            names = "--concurrency",
            paramLabel = "K",
            defaultValue = "16",
            description = "Requests at a time (default: 16)")
    private int concurrency = 16;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How long to wait for the last orders to come to an end (default: 10)")
    private int waitMinutes = 10;

    @Mixin
    private final Server server = new Server();

    @Option(names = "--json", description = "Print the report as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        ImportPlan plan = plan();
        Days days = days();
        PrintWriter err = command.commandLine().getErr();
        try {
            RetailFile orders = RetailFile.read(file, days);
            err.printf(
                    "%s: %,d orders, %,d lines, %s%n",
                    file.getFileName(), orders.orders().size(), orders.lines(), days);
            err.flush();
            return load(orders, plan);
        } catch (NotTheFormat e) {
            err.println(file + ", " + e.getMessage() + ". Nothing was imported.");
            return ExitCodes.BAD_INPUT;
        } catch (IOException e) {
            err.println(file + " cannot be read (" + e.getClass().getSimpleName() + "). Nothing was imported.");
            return ExitCodes.BAD_INPUT;
        }
    }

    private int load(RetailFile orders, ImportPlan plan) {
        PrintWriter err = command.commandLine().getErr();
        boolean terminal = Progress.isTerminal();
        Stop stop = new Stop();
        try (Interruption _ = new Interruption(stop);
                WaybillApi api = new WaybillApi(server.url(), "import", stop)) {
            ImportReport report = new ImportRun(
                            orders, plan, api, stop, (label, total) -> new Progress(err, terminal, label, total))
                    .run();
            print(report);
            return stop.isCalled() ? interrupted() : ended(report);
        } catch (GaveUp e) {
            return stop.isCalled() ? interrupted() : gaveUp(e);
        } finally {
            err.flush();
        }
    }

    private static int ended(ImportReport report) {
        return report.isComplete() ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private int gaveUp(GaveUp e) {
        PrintWriter err = command.commandLine().getErr();
        err.println(e.getMessage());
        err.println("What was placed stays placed; the same command again goes on from here.");
        return e.isUnreachable() ? ExitCodes.UNREACHABLE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private int interrupted() {
        command.commandLine()
                .getErr()
                .println("Interrupted. What was placed stays placed; the same command again goes on from here.");
        return ExitCodes.INTERRUPTED;
    }

    private void print(ImportReport report) {
        PrintWriter out = command.commandLine().getOut();
        out.println(
                json
                        ? JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(report)
                        : ReportText.of(report));
        out.flush();
    }

    private ImportPlan plan() {
        require(concurrency >= 1 && concurrency <= MAX_CONCURRENCY, "--concurrency is 1 to " + MAX_CONCURRENCY);
        require(stock == null || (stock >= 0 && stock <= MAX_STOCK), "--stock is 0 to " + MAX_STOCK);
        require(waitMinutes >= 0 && waitMinutes <= 24 * 60, "--wait is 0 to " + 24 * 60);
        return new ImportPlan(stock, warehouse, concurrency, Duration.ofMinutes(waitMinutes));
    }

    private Days days() {
        require(from == null || to == null || !to.isBefore(from), "--to is before --from");
        return new Days(from, to);
    }

    private void require(boolean condition, String words) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), words);
        }
    }
}
