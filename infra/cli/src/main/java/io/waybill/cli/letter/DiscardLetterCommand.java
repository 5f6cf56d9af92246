package io.waybill.cli.letter;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill dead-letters discard}. */
@Command(
        name = "discard",
        description = {
            "Takes one parked event away for good.",
            "What queues behind it can be retried then. Needs a --reason."
        },
        footer = "  waybill dead-letters discard ordersummary 4711 --reason 'a test'")
final class DiscardLetterCommand extends OperatorCommand {
    @Mixin
    private final Chosen chosen = new Chosen();

    @Parameters(index = "1", paramLabel = "NUMBER", description = "The event's number")
    private long number;

    @Override
    protected int run(Call call) {
        if (reason() == null) {
            throw wrong("Say why, for those who come after: --reason TEXT");
        }
        String letter = Long.toString(number);
        JsonNode gone = call.post(
                        chosen.path(call).to("dead-letters", letter, "discard").text(), body())
                .body();
        call.print(gone, "event " + letter + " of " + chosen.name() + " is discarded");
        return ExitCodes.DONE;
    }
}
