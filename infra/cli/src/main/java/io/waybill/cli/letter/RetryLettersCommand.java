package io.waybill.cli.letter;

import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill dead-letters retry}. */
@Command(
        name = "retry",
        description = {"Retries one parked event and what queues behind it, or all.", "Ends with 1 if any failed again."
        },
        footer = {"  waybill dead-letters retry ordersummary 4711", "  waybill dead-letters retry ordersummary --all"})
final class RetryLettersCommand extends OperatorCommand {
    @Mixin
    private final Chosen chosen = new Chosen();

    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER", description = "The event's number")
    private @Nullable Long number;

    @Option(names = "--all", description = "All of them, at most 1,000")
    private boolean all;

    @Override
    protected int run(Call call) {
        if ((number == null) != all) {
            throw wrong("Which event? Give its number, or --all");
        }
        ApiPath letters = chosen.path(call).to("dead-letters");
        ApiPath path = number == null ? letters : letters.to(number.toString());
        JsonNode outcome = call.post(path.to("retry").text(), body()).body();
        call.print(outcome, told(outcome));
        return outcome.path("failed").asLong(0) == 0 ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private static String told(JsonNode outcome) {
        String cause = outcome.path("cause").asString("");
        return Words.counted(outcome.path("handled").asLong(0), "letter") + " handled, "
                + Words.number(outcome.path("failed").asLong(0)) + " failed again, "
                + Words.number(outcome.path("left").asLong(0)) + " left"
                + (cause.isEmpty()
                        ? ""
                        : System.lineSeparator() + Cell.of(cause).text());
    }
}
