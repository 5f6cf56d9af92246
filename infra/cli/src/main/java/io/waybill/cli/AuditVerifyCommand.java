package io.waybill.cli;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.chain.ChainCheck;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waybill audit verify}: finds a single byte that was changed in one entity's history. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes the chain of an entity's events once more, from the event store and from the audit, and",
            "compares the two field by field. Prints the hash of the last event: kept elsewhere, it proves later",
            "that nothing before it was changed. The format is described in docs/audit-format.md."
        },
        exitCodeListHeading = "%nEnds with%n",
        exitCodeList = {
            "0:intact",
            "1:not intact; the first difference is named by version and field",
            "2:there is no such entity, or an option is wrong",
            "3:Waybill does not answer",
            "130:interrupted"
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  waybill audit verify order 01a1fc0f-10f5-780c-89bd-8d39da5baff4",
            "  waybill audit verify stock MUG@MAIN --url http://waybill.example:8080"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int BAD_REQUEST = 400;
    private static final String UNKNOWN_TYPE = "UNKNOWN_ENTITY_TYPE";

    @Parameters(paramLabel = "TYPE", description = "order, stock, payment, product, shipment, return, …")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String type;

    @Parameters(paramLabel = "ID", description = "The entity's id; SKU@WAREHOUSE of a stock")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String id;

    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        Stop stop = new Stop();
        try (Interruption _ = new Interruption(stop, err, "Stopping.");
                WaybillApi api = new WaybillApi(server.url(), "audit", stop)) {
            return verify(api, stop, err);
        } catch (GaveUp e) {
            err.println(e.getMessage());
            return e.isUnreachable() ? ExitCodes.UNREACHABLE : ExitCodes.NOT_AS_IT_SHOULD_BE;
        }
    }

    private int verify(WaybillApi api, Stop stop, PrintWriter err) {
        Answer first = api.get(ChainCheck.proof(type, id) + "?limit=1");
        if (first.status() == BAD_REQUEST || first.text("reason").equals(UNKNOWN_TYPE)) {
            err.println(first.complaint());
            return ExitCodes.BAD_INPUT;
        }
        // As events carry it: a SKU in upper case, for example.
        String known = first.text("id").isEmpty() ? id : first.text("id");
        ChainCheck.Verdict verdict = new ChainCheck(api, type, known, stop).run();
        if (stop.isCalled()) {
            return ExitCodes.INTERRUPTED;
        }
        if (verdict.isIntact() && verdict.events() == 0) {
            err.println("Nothing has happened to " + type + " " + id + ".");
            return ExitCodes.BAD_INPUT;
        }
        return report(known, verdict);
    }

    private int report(String known, ChainCheck.Verdict verdict) {
        PrintWriter out = command.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s %s%nevents  %,d, intact and the same in the event store and in the audit%nhead    %s%n",
                type,
                known,
                verdict.events(),
                verdict.head());
        out.println(verdict.isIntact() ? "All of it is intact." : "NOT intact: " + verdict.fault());
        out.flush();
        return verdict.isIntact() ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }
}
