package io.waybill.cli.projection;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.rebuild.Rebuilding;
import io.waybill.cli.terminal.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill segments}: in how many parts a projection is worked on. */
@Command(
        name = "segments",
        mixinStandardHelpOptions = true,
        description = {
            "Splits and merges the parts in which a projection is worked on.",
            "'waybill projections NAME' lists them."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SegmentsCommand.Split.class, SegmentsCommand.Merge.class})
public final class SegmentsCommand {
    abstract static class Segments extends OperatorCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "The projection")
        @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
        private String projection;

        @Parameters(index = "1", paramLabel = "SEGMENT", description = "The segment's number")
        private int segment;

        @Override
        protected final int run(Call call) {
            String path = Rebuilding.PROJECTIONS
                    .to(projection, "segments", Integer.toString(segment), verb())
                    .text();
            JsonNode answer = call.post(path, body()).body();
            call.print(
                    answer,
                    projection + " is worked on in "
                            + Words.counted(answer.path("segments").size(), "segment"));
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "split",
            description = "Makes two of a segment.",
            footer = "  waybill segments split ordersummary 0")
    static final class Split extends Segments {}

    @Command(
            name = "merge",
            description = "Makes one of a segment and its other half.",
            footer = "  waybill segments merge ordersummary 0")
    static final class Merge extends Segments {}
}
