package io.waybill.cli.saga;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code waybill sagas show}. */
@Command(
        name = "show",
        description = {"Shows where one process stands.", "With what it waits for, and what it has undone."},
        footer = "  waybill sagas show return 01a1fc0f-10f5-780c-89bd-8d39da5baff4")
final class ShowSagaCommand extends ApiCommand {
    @Mixin
    private final SagaKey key = new SagaKey();

    @Override
    protected int run(Call call) {
        Saga saga = new Saga(call.get(key.path().text()));
        call.print(saga.body(), saga.sheet(call.screen()));
        return ExitCodes.DONE;
    }
}
