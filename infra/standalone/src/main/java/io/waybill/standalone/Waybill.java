package io.waybill.standalone;

import io.waybill.cli.CompletionCommand;
import io.waybill.cli.ImportCommand;
import io.waybill.cli.VerifyCommand;
import io.waybill.cli.audit.AuditCommand;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.letter.DeadLettersCommand;
import io.waybill.cli.projection.DryRunCommand;
import io.waybill.cli.projection.OperationsCommand;
import io.waybill.cli.projection.PauseCommand;
import io.waybill.cli.projection.ProjectionsCommand;
import io.waybill.cli.projection.RepairCommand;
import io.waybill.cli.projection.ResumeCommand;
import io.waybill.cli.projection.RollbackCommand;
import io.waybill.cli.projection.SegmentsCommand;
import io.waybill.cli.rebuild.RebuildCommand;
import io.waybill.cli.rebuild.RebuildsCommand;
import io.waybill.cli.saga.SagasCommand;
import io.waybill.servers.ServerFailed;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * What {@code ./waybill} runs. The commands of the local run stand in this package; those that work against any running
 * Waybill come from {@code io.waybill.cli}.
 */
@Command(
        name = "waybill",
        description = {
            "Runs Waybill on this machine (up, down, status, reset), and operates any that runs: the other commands talk"
                    + " to its API at --url, at $WAYBILL_URL, or where the last 'up' has put it. Each has a --help."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        footerHeading = "%nExamples%n",
        footer = {
            "  waybill up --detach",
            "  waybill projections --watch",
            "  waybill rebuild ordersummary --switch manual --reason 'new column'",
            "  waybill dead-letters",
            "  waybill sagas --stuck --json | jq -r '.items[].id'",
            "  waybill audit order 01a1fc0f-10f5-780c-89bd-8d39da5baff4"
        })
public final class Waybill {
    private Waybill() {}

    public static void main(String[] args) {
        // Taken before the services get hold of the standard output.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(args));
    }

    /** All commands, printing there. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine all = new CommandLine(new Waybill());
        all.addMixin("exitCodes", new ExitCodes());
        return all.addSubcommand(new Up(out))
                .addSubcommand(new Down(out))
                .addSubcommand(new Status(out))
                .addSubcommand(new Reset(out))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ProjectionsCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand(new RebuildsCommand())
                .addSubcommand(new RollbackCommand())
                .addSubcommand(new PauseCommand())
                .addSubcommand(new ResumeCommand())
                .addSubcommand(new SegmentsCommand())
                .addSubcommand(new RepairCommand())
                .addSubcommand(new DryRunCommand())
                .addSubcommand(new OperationsCommand())
                .addSubcommand(new DeadLettersCommand())
                .addSubcommand(new SagasCommand())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new CompletionCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof ServerFailed || failure instanceof LocalRunFailed) {
                        err.println(failure.getMessage());
                        return command.getCommandSpec().exitCodeOnExecutionException();
                    }
                    throw failure;
                });
    }
}
