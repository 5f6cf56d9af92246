package io.waybill.cli.projection;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.rebuild.Rebuilding;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Something that is done with a projection as a whole, and is named as the API names it. */
abstract class Control extends OperatorCommand {
    @Parameters(paramLabel = "NAME", description = "The projection")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String name;

    @Override
    protected final int run(Call call) {
        String path = Rebuilding.PROJECTIONS.to(name).text();
        JsonNode answer = call.post(path + "/" + verb(), body()).body();
        Projection projection = new Projection(answer.has("state") ? answer : call.get(path));
        call.print(projection.body(), name + " " + done(projection));
        return ExitCodes.DONE;
    }

    /** What has come of it, behind the projection's name. */
    abstract String done(Projection projection);
}
