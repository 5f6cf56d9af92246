package io.waybill.command.payment;

import io.waybill.command.payment.Parts.Part;
import io.waybill.command.payment.PaymentRefused.Reason;
import io.waybill.contract.payment.PaymentId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a payment asks before it does what it is told; each question has its own refusal. */
record Guard(PaymentId payment, PaymentState state) {
    void require(boolean condition, Reason otherwise) {
        if (!condition) {
            throw new PaymentRefused(otherwise, payment, state.status());
        }
    }

    /** An amount of the payment's currency, zero or more. */
    void requireAmount(Money amount) {
        boolean sameCurrency = amount.getCurrencyUnit().equals(state.amount().getCurrencyUnit());
        require(!amount.isNegative() && sameCurrency, Reason.INVALID_AMOUNT);
    }

    /** An amount of the payment's currency, from zero to the limit. */
    void requireWithin(Money amount, Money limit, Reason otherwise) {
        requireAmount(amount);
        require(!amount.isGreaterThan(limit), otherwise);
    }

    /** Whether a part was asked for before; by the same name, it is the same amount. */
    boolean isRepeated(@Nullable Part before, Money amount) {
        require(before == null || before.amount().equals(amount), Reason.OTHER_AMOUNT);
        return before != null;
    }

    /** The part that an answer is about. */
    Part asked(@Nullable Part part, Reason otherwise) {
        if (part == null) {
            throw new PaymentRefused(otherwise, payment, state.status());
        }
        return part;
    }
}
