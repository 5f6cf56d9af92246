package io.waybill.saga.outside;

import io.waybill.letters.Trouble;
import org.springframework.stereotype.Component;

/** What was put off is taken again. */
@Component
final class OutsideTrouble implements Trouble {
    @Override
    public boolean passes(Throwable failure) {
        return failure instanceof PutOffException;
    }
}
