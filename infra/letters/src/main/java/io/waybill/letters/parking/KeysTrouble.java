package io.waybill.letters.parking;

import io.waybill.eventing.personal.KeysUnavailableException;
import io.waybill.letters.Trouble;

/** Nobody tells the keys of personal data now: the event waits for them, and is handled as it is when they are back. */
final class KeysTrouble implements Trouble {
    @Override
    public boolean passes(Throwable failure) {
        return failure instanceof KeysUnavailableException;
    }
}
