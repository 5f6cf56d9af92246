package io.waybill.cli.audit;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.chain.ChainCheck;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code waybill audit verify}: finds a single byte that was changed in one entity's history. */
@Command(
        name = "verify",
        description = {
            "Finds a single byte that was changed in an entity's history.",
            "Computes the chain of its events once more, from the event store and from the audit, and compares the two"
                    + " field by field. Prints the hash of the last event: kept elsewhere, it proves later that nothing before it was"
                    + " changed. The format is described in docs/audit-format.md.",
            "Ends with 1 at the first difference, which is named by version and field."
        },
        footer = {
            "  waybill audit verify order 01a1fc0f-10f5-780c-89bd-8d39da5baff4",
            "  waybill audit verify stock MUG@MAIN --json"
        })
final class AuditVerifyCommand extends ApiCommand {
    private static final int BAD_REQUEST = 400;
    private static final String UNKNOWN_TYPE = "UNKNOWN_ENTITY_TYPE";
    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(index = "0", paramLabel = "TYPE", description = Entity.TYPES)
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String type;

    @Parameters(index = "1", paramLabel = "ID", description = Entity.IDS)
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String id;

    @Override
    protected String whenInterrupted() {
        return "Stopping.";
    }

    @Override
    protected int run(Call call) {
        Answer first = call.api().get(ChainCheck.proof(type, id) + "?limit=1");
        if (first.status() == BAD_REQUEST || first.text("reason").equals(UNKNOWN_TYPE)) {
            throw GaveUp.refused(first);
        }
        // As events carry it: a SKU in upper case, for example.
        String known = first.text("id").isEmpty() ? id : first.text("id");
        try {
            ChainCheck.Verdict verdict = new ChainCheck(call.api(), type, known, call.stop()).run();
            return call.stop().isCalled() ? ExitCodes.INTERRUPTED : report(call, known, verdict);
        } catch (GaveUp e) {
            if (e.isUnreachable()) {
                throw e;
            }
            // What cannot be proved is not known to be as it should be.
            call.say(e.getMessage());
            return ExitCodes.NOT_AS_IT_SHOULD_BE;
        }
    }

    private int report(Call call, String known, ChainCheck.Verdict verdict) {
        if (verdict.isIntact() && verdict.events() == 0) {
            call.say("Nothing has happened to " + type + " " + id + ".");
            return ExitCodes.BAD_INPUT;
        }
        call.print(json(known, verdict), text(known, verdict));
        return verdict.isIntact() ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private String text(String known, ChainCheck.Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s %s%nevents  %,d, intact and the same in the event store and in the audit%nhead    %s%n%s",
                type,
                known,
                verdict.events(),
                verdict.head(),
                verdict.isIntact() ? "All of it is intact." : "NOT intact: " + verdict.fault());
    }

    private ObjectNode json(String known, ChainCheck.Verdict verdict) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("id", known)
                .put("events", verdict.events())
                .put("head", verdict.head())
                .put("intact", verdict.isIntact())
                .put("fault", verdict.fault());
    }
}
