package io.waybill.command.wallet;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.wallet.HoldId;
import java.util.HashSet;
import java.util.Set;
import org.joda.money.Money;

/**
 * What is held for one payment or transfer.
 *
 * @param left of the amount, neither captured nor released
 * @param captures that were taken of it
 * @param released whether it was given up; nothing is left then
 */
record Hold(HoldId id, Money left, Set<CaptureId> captures, boolean released) {
    Hold {
        captures = Set.copyOf(captures);
    }

    static Hold of(HoldId id, Money amount) {
        return new Hold(id, amount, Set.of(), false);
    }

    boolean ended() {
        return released || (left.isZero() && !captures.isEmpty());
    }

    Hold captured(CaptureId capture, Money amount) {
        Set<CaptureId> more = new HashSet<>(captures);
        more.add(capture);
        return new Hold(id, left.minus(amount), more, false);
    }

    Hold release() {
        return new Hold(id, Money.zero(left.getCurrencyUnit()), captures, true);
    }
}
