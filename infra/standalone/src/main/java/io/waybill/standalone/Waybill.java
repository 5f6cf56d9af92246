package io.waybill.standalone;

import io.waybill.cli.AuditCommand;
import io.waybill.cli.ImportCommand;
import io.waybill.cli.RebuildCommand;
import io.waybill.cli.VerifyCommand;
import io.waybill.servers.ServerFailed;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * What {@code ./waybill} runs. The commands of the local run stand in this package; those that work against any running
 * Waybill come from {@code io.waybill.cli}.
 */
@Command(
        name = "waybill",
        description = "Runs Waybill on this machine, and fills it with orders.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
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
        return new CommandLine(new Waybill())
                .addSubcommand(new Up(out))
                .addSubcommand(new Down(out))
                .addSubcommand(new Status(out))
                .addSubcommand(new Reset(out))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new AuditCommand())
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
