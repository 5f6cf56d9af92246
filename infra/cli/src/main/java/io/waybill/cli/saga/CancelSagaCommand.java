package io.waybill.cli.saga;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code waybill sagas cancel}. */
@Command(
        name = "cancel",
        description = {"Cancels the order that a process carries.", "What was done is undone. Needs a --reason."},
        footer = "  waybill sagas cancel fulfilment 01a1fc0f-… --reason 'stolen card'")
final class CancelSagaCommand extends OperatorCommand {
    @Mixin
    private final SagaKey key = new SagaKey();

    @Override
    protected int run(Call call) {
        if (reason() == null) {
            throw wrong("Say why, it is kept with the order: --reason TEXT");
        }
        Saga saga =
                new Saga(call.post(key.path().to("cancellation").text(), body()).body());
        call.print(saga.body(), key + " is being cancelled; it was at: " + saga.step());
        return ExitCodes.DONE;
    }
}
