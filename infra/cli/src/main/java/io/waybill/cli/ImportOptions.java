package io.waybill.cli;

import io.waybill.cli.loading.ImportPlan;
import io.waybill.cli.retail.Days;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be chosen about an import. */
final class ImportOptions {
    private static final int MAX_CONCURRENCY = 256;
    private static final int MAX_STOCK = 1_000_000_000;
    private static final int MAX_WAIT_MINUTES = 24 * 60;

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
            description = "Where stock is received (default: ${DEFAULT-VALUE})")
    private String warehouse = "";

    @Option(names = "--no-returns", description = "Leave the cancellations alone instead of returning their pieces")
    private boolean noReturns;

    @Option(
            names = "--concurrency",
            paramLabel = "K",
            defaultValue = "16",
            description = "Requests at a time (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How long to wait while nothing comes to an end (default: ${DEFAULT-VALUE})")
    private int waitMinutes;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    ImportPlan plan() {
        require(concurrency >= 1 && concurrency <= MAX_CONCURRENCY, "--concurrency is 1 to " + MAX_CONCURRENCY);
        require(stock == null || (stock >= 0 && stock <= MAX_STOCK), "--stock is 0 to " + MAX_STOCK);
        require(waitMinutes >= 0 && waitMinutes <= MAX_WAIT_MINUTES, "--wait is 0 to " + MAX_WAIT_MINUTES);
        return new ImportPlan(stock, warehouse, !noReturns, concurrency, Duration.ofMinutes(waitMinutes));
    }

    Days days() {
        require(from == null || to == null || !to.isBefore(from), "--to is before --from");
        return new Days(from, to);
    }

    private void require(boolean condition, String words) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), words);
        }
    }
}
