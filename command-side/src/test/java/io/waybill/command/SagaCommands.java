package io.waybill.command;

import io.waybill.command.dispatch.Answer;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.dispatch.CommandDispatch;
import io.waybill.command.dispatch.Task;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Sends commands as a saga does: each step under its name, and again when the command side is too busy. */
public record SagaCommands(CommandDispatch commands) {
    /** A saga is more patient; a test has to end. */
    private static final int PATIENCE = 200;

    public static SagaCommands of(RunningCommandSide service) {
        return new SagaCommands(service.context.getBean(CommandDispatch.class));
    }

    public void take(String step, Object command) {
        Caller caller = Caller.saga(step, "test", step, null);
        for (int attempt = 1; ; attempt++) {
            try {
                commands.send(caller, step, () -> new Task(command, step, after -> Answer.DONE));
                return;
            } catch (CannotCreateTransactionException | TransientDataAccessException | ConcurrencyException busy) {
                if (attempt == PATIENCE) {
                    throw busy;
                }
            }
        }
    }
}
