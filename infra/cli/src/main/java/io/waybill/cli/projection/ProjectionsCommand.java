package io.waybill.cli.projection;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.rebuild.Rebuilding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill projections}: how far each is, or all about one of them. */
@Command(
        name = "projections",
        description = {"Shows how far each projection is, or everything about one.", "Ends with 1 if one is in trouble."
        },
        footer = {
            "  waybill projections",
            "  waybill projections ordersummary",
            "  waybill projections --watch",
            "  waybill projections --json | jq -r '.items[] | select(.lag > 1000).name'"
        })
public final class ProjectionsCommand extends ApiCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One of them (default: all)")
    private @Nullable String name;

    @Option(
            names = {"-w", "--watch"},
            description = "Go on showing it, until Ctrl-C; with --json a line for each change")
    private boolean watch;

    @Override
    protected int run(Call call) {
        String path = (name == null ? Rebuilding.PROJECTIONS : Rebuilding.PROJECTIONS.to(name)).text();
        if (watch) {
            new Watch(call, body -> text(body, call)).run(path);
            return ExitCodes.INTERRUPTED;
        }
        JsonNode body = call.get(path);
        call.print(body, text(body, call));
        return of(body).stream().anyMatch(Projection::isInTrouble) ? ExitCodes.NOT_AS_IT_SHOULD_BE : ExitCodes.DONE;
    }

    private String text(JsonNode body, Call call) {
        return name == null
                ? ProjectionTable.of(of(body), call.screen())
                : ProjectionText.of(new Projection(body), call.screen());
    }

    private List<Projection> of(JsonNode body) {
        return name == null
                ? body.path("items").valueStream().map(Projection::new).toList()
                : List.of(new Projection(body));
    }
}
