package io.waybill.cli.audit;

import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill audit}: what can be asked of history. */
@Command(
        name = "audit",
        description = {
            "Lists what happened to an entity, who did it, what it changed.",
            "Or shows what it was at a moment, or what changed between two: a moment is a version, or a time with its"
                    + " offset."
        },
        subcommands = AuditVerifyCommand.class,
        footer = {
            "  waybill audit order 01a1fc0f-10f5-780c-89bd-8d39da5baff4",
            "  waybill audit order 01a1fc0f-10f5-780c-89bd-8d39da5baff4 --as-of 2",
            "  waybill audit stock MUG@MAIN --as-of 2026-11-21T09:00:00Z",
            "  waybill audit stock MUG@MAIN --diff 0 7",
            "  waybill audit verify stock MUG@MAIN"
        })
public final class AuditCommand extends ApiCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "TYPE", description = Entity.TYPES)
    private @Nullable String type;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = Entity.IDS)
    private @Nullable String id;

    @Option(names = "--as-of", paramLabel = "MOMENT", description = "What it was after that version, or at that time")
    private @Nullable String asOf;

    @Option(
            names = "--diff",
            arity = "2",
            paramLabel = "MOMENT",
            description = "What changed from the first to the second")
    private @Nullable List<String> diff;

    @Mixin
    private final Page page = new Page();

    @Override
    protected int run(Call call) {
        if (type == null || id == null) {
            throw wrong("Whose history? Give a type and an id, such as: waybill audit stock MUG@MAIN");
        }
        if (asOf != null && diff != null) {
            throw wrong("--as-of and --diff are two questions");
        }
        ApiPath entity = ApiPath.of("audit", type, id);
        if (asOf != null) {
            String moment = asOf.matches("[0-9]{1,18}") ? "version" : "at";
            JsonNode then = call.get(entity.to("as-of").with(moment, asOf).text());
            call.print(then, AuditText.state(then, call.screen()));
        } else if (diff != null) {
            JsonNode found = call.get(entity.to("diff")
                    .with("from", diff.getFirst())
                    .with("to", diff.getLast())
                    .text());
            call.print(found, AuditText.difference(found, call.screen()));
        } else {
            JsonNode found = page.of(call, entity);
            call.print(found, AuditText.events(found, call.screen()));
        }
        return ExitCodes.DONE;
    }
}
