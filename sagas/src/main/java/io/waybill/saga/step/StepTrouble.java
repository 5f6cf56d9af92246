package io.waybill.saga.step;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.waybill.letters.Trouble;
import org.springframework.stereotype.Component;

/**
 * The command side away: no event's fault, and a step that was not taken is taken again. Only what the command side cannot
 * even read will be no better the next time.
 */
@Component
final class StepTrouble implements Trouble {
    @Override
    public boolean passes(Throwable failure) {
        return switch (failure) {
            case StatusRuntimeException answer -> answer.getStatus().getCode() != Code.INVALID_ARGUMENT;
            default -> false;
        };
    }
}
