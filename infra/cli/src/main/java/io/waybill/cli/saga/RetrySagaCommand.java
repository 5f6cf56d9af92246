package io.waybill.cli.saga;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code waybill sagas retry}. */
@Command(
        name = "retry",
        description = {
            "Takes the step that a process waits for once more.",
            "Each step has its effect once, however often it is taken."
        },
        footer = "  waybill sagas retry fulfilment 01a1fc0f-10f5-780c-89bd-8d39da5baff4")
final class RetrySagaCommand extends OperatorCommand {
    @Mixin
    private final SagaKey key = new SagaKey();

    @Override
    protected int run(Call call) {
        Saga saga = new Saga(call.post(key.path().to("retry").text(), body()).body());
        call.print(saga.body(), "the step of " + key + " is taken again: " + saga.step());
        return ExitCodes.DONE;
    }
}
