package io.waybill.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.payment.Parts.Part;
import io.waybill.command.payment.PaymentRefused.Reason;
import io.waybill.command.payment.PaymentState.Status;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordCapture;
import io.waybill.contract.payment.RecordCaptureRefusal;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordRefund;
import io.waybill.contract.payment.RecordRefundRefusal;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundPayment;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidDeferred;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.wallet.WalletId;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment by card or wallet.
 *
 * <pre>
 *  from                       on                                        to
 *  –                          RequestPayment                            REQUESTED
 *  REQUESTED                  RecordAuthorization                       AUTHORIZED
 *  REQUESTED                  RecordDecline                             DECLINED
 *  AUTHORIZED                 CapturePayment, RecordCapture             same, several times, up to what is held
 *  REQUESTED, DECLINED        VoidPayment                               VOIDING
 *  AUTHORIZED                 VoidPayment, captures under way           VOID_DEFERRED
 *  AUTHORIZED                 VoidPayment, something is left            VOIDING
 *  AUTHORIZED                 VoidPayment, all of it is captured        VOIDED (end)
 *  VOID_DEFERRED              the last capture's outcome                VOIDING, or VOIDED (end)
 *  DECLINED, VOIDING, VOIDED  RecordAuthorization for the first time    VOIDING
 *  VOIDING                    RecordVoid, once for each void            VOIDED (end)
 *  any                        RefundPayment, RecordRefund               same, several times, up to what was captured
 * </pre>
 *
 * A declined payment can be voided because "no answer in time" is a decline, behind which the provider may still hold
 * the amount. An authorization that is heard of when nobody wants it any more is recorded, and voided at once: a void
 * that is under way may have passed the provider before the authorization did. A void waits for captures under way,
 * because at the provider it could overtake them.
 *
 * <p>A capture or refund is asked for once under its name, whatever became of it; a refused one frees its amount. A
 * command that has already had its effect changes nothing; any other is refused.
 */
@Aggregate
final class Payment {
    @AggregateIdentifier
    private @Nullable PaymentId id;

    private @Nullable PaymentState state;

    /** For Axon, which then applies the payment's history. */
    Payment() {}

    @CommandHandler
    Payment(RequestPayment command) {
        if (command.amount().isNegative()) {
            throw new PaymentRefused(Reason.INVALID_AMOUNT, command.paymentId(), Status.REQUESTED);
        }
        apply(new PaymentRequested(command.paymentId(), command.orderId(), command.amount(), command.means()));
    }

    @CommandHandler
    void handle(RecordAuthorization command) {
        if (state().authorized()) {
            return;
        }
        boolean wanted = state().status() == Status.REQUESTED;
        apply(new PaymentAuthorized(id(), state().orderId(), state().amount(), command.authorization()));
        if (!wanted) {
            requestVoid();
        }
    }

    @CommandHandler
    void handle(RecordDecline command) {
        guard().require(!state().authorized(), Reason.ALREADY_DECIDED);
        // Declined before, or given up before the provider said no: what was never held needs no second word.
        if (state().status() == Status.REQUESTED) {
            apply(new PaymentDeclined(id(), state().orderId(), command.reason(), command.detail()));
        }
    }

    @CommandHandler
    void handle(CapturePayment command) {
        if (guard().isRepeated(state().captures().find(command.capture()), command.amount())) {
            return;
        }
        guard().require(state().status() == Status.AUTHORIZED, Reason.NOT_AUTHORIZED);
        guard().requireWithin(command.amount(), state().capturable(), Reason.MORE_THAN_AUTHORIZED);
        if (command.amount().isZero()) {
            // What costs nothing is paid without asking the provider, which would not understand the question.
            captured(command.capture(), command.amount());
        } else {
            apply(new CaptureRequested(id(), state().orderId(), command.capture(), command.amount(), state().means()));
        }
    }

    @CommandHandler
    void handle(RecordCapture command) {
        Part part = guard().asked(state().captures().find(command.capture()), Reason.UNKNOWN_CAPTURE);
        switch (part.answer()) {
            case AWAITED -> captured(command.capture(), part.amount());
            case DONE -> {}
            case REFUSED -> {
                // The provider took it after all: it is ours, as far as the amount has not gone another way since.
                guard().requireWithin(part.amount(), state().capturable(), Reason.MORE_THAN_AUTHORIZED);
                captured(command.capture(), part.amount());
            }
        }
    }

    @CommandHandler
    void handle(RecordCaptureRefusal command) {
        Part part = guard().asked(state().captures().find(command.capture()), Reason.UNKNOWN_CAPTURE);
        guard().require(part.answer() != Parts.Answer.DONE, Reason.ALREADY_DECIDED);
        if (part.answer() == Parts.Answer.AWAITED) {
            apply(new CaptureRefused(id(), state().orderId(), command.capture(), part.amount(), command.detail()));
            voidIfDeferred();
        }
    }

    @CommandHandler
    void handle(VoidPayment command) {
        switch (state().status()) {
            case REQUESTED, DECLINED -> requestVoid();
            case AUTHORIZED -> {
                if (state().captures().anyAwaited()) {
                    apply(new VoidDeferred(id(), state().orderId()));
                } else {
                    voidTheRest();
                }
            }
            case VOID_DEFERRED, VOIDING, VOIDED -> {}
        }
    }

    @CommandHandler
    void handle(RecordVoid command) {
        if (state().status() != Status.VOIDED) {
            guard().require(state().status() == Status.VOIDING, Reason.NO_VOID_REQUESTED);
            apply(new PaymentVoided(id(), state().orderId()));
        }
    }

    @CommandHandler
    void handle(RefundPayment command) {
        if (guard().isRepeated(state().refunds().find(command.refund()), command.amount())) {
            return;
        }
        guard().requireWithin(command.amount(), state().refundable(), Reason.MORE_THAN_CAPTURED);
        requestRefund(command.refund(), command.amount());
    }

    /**
     * Gives back what it can of an amount, and never more than was captured, wherever it goes; repeated with the same name,
     * it gives nothing more.
     *
     * @param into the wallet that takes it; null for what it was paid with
     * @return what was requested of the provider under this name; zero if there is nothing to give
     */
    Money refundUpTo(RefundId refund, Money atMost, @Nullable WalletId into) {
        Part before = state().refunds().find(refund);
        if (before != null) {
            return before.amount();
        }
        Money left = state().refundable();
        guard().requireAmount(atMost);
        Money amount = atMost.isGreaterThan(left) ? left : atMost;
        if (amount.isPositive()) {
            PaymentMeans to = into == null ? state().means() : PaymentMeans.wallet(into);
            apply(new RefundRequested(id(), state().orderId(), refund, amount, to));
        }
        return amount;
    }

    @CommandHandler
    void handle(RecordRefund command) {
        Part part = guard().asked(state().refunds().find(command.refund()), Reason.UNKNOWN_REFUND);
        switch (part.answer()) {
            case AWAITED -> refunded(command.refund(), part.amount());
            case DONE -> {}
            case REFUSED -> {
                // As with a capture: what the provider did in the end is what counts.
                guard().requireWithin(part.amount(), state().refundable(), Reason.MORE_THAN_CAPTURED);
                refunded(command.refund(), part.amount());
            }
        }
    }

    @CommandHandler
    void handle(RecordRefundRefusal command) {
        Part part = guard().asked(state().refunds().find(command.refund()), Reason.UNKNOWN_REFUND);
        guard().require(part.answer() != Parts.Answer.DONE, Reason.ALREADY_DECIDED);
        if (part.answer() == Parts.Answer.AWAITED) {
            apply(new RefundRefused(id(), state().orderId(), command.refund(), part.amount(), command.detail()));
        }
    }

    private void captured(CaptureId capture, Money amount) {
        apply(new PaymentCaptured(id(), state().orderId(), capture, amount));
        voidIfDeferred();
    }

    private void requestRefund(RefundId refund, Money amount) {
        if (amount.isZero()) {
            refunded(refund, amount);
        } else {
            apply(new RefundRequested(id(), state().orderId(), refund, amount, state().means()));
        }
    }

    private void refunded(RefundId refund, Money amount) {
        apply(new PaymentRefunded(id(), state().orderId(), refund, amount));
    }

    private void voidIfDeferred() {
        if (state().status() == Status.VOID_DEFERRED && !state().captures().anyAwaited()) {
            voidTheRest();
        }
    }

    private void voidTheRest() {
        Money taken = state().captures().done();
        if (taken.isPositive() && taken.isEqual(state().amount())) {
            // There is nothing to ask for, and whoever asked for the void still hears that nothing is held.
            apply(new PaymentVoided(id(), state().orderId()));
        } else {
            requestVoid();
        }
    }

    private void requestVoid() {
        apply(new VoidRequested(id(), state().orderId(), state().means().wallet()));
    }

    private Guard guard() {
        return new Guard(id(), state());
    }

    private PaymentId id() {
        return Objects.requireNonNull(id, "a payment has a history");
    }

    private PaymentState state() {
        return Objects.requireNonNull(state, "a payment has a history");
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        id = event.paymentId();
        state = event instanceof PaymentRequested requested ? PaymentState.requested(requested) : state().after(event);
    }
}
