package io.waybill.saga.payment;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import org.joda.money.Money;

/**
 * The outside provider that holds, takes and returns money on cards, as we need it. Whatever it is asked may be asked
 * again, with the same ids and amounts: it is done once, and answered the same.
 *
 * <p>An adapter throws where it got no answer; the port that the handlers see says {@link Outcome.NotAnswered} instead.
 */
public interface PaymentProvider {
    /**
     * Hold the amount on the card.
     *
     * @param cardToken what the provider gave the shop for the card
     */
    Outcome authorize(PaymentId payment, Money amount, String cardToken);

    /** Take a part of what is held, or all of it. */
    Outcome capture(PaymentId payment, CaptureId capture, Money amount);

    /**
     * Hold nothing more for the payment, now and from now on; what was captured stays. Naming a payment that it never saw
     * is fine: an authorization that comes late then holds nothing. It is never refused.
     */
    Outcome release(PaymentId payment);

    /** Give a part of what was captured back, or all of it. */
    Outcome refund(PaymentId payment, RefundId refund, Money amount);
}
