package io.waybill.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.payment.PaymentState.Status;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.payment.VoidRequested;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A payment by card.
 *
 * <pre>
 *  from                             on                   to
 *  –                                RequestPayment       REQUESTED
 *  REQUESTED                        RecordAuthorization  AUTHORIZED
 *  REQUESTED                        RecordDecline        DECLINED
 *  REQUESTED, AUTHORIZED, DECLINED  VoidPayment          VOIDING
 *  VOIDING                          RecordVoid           VOIDED (end)
 * </pre>
 *
 * A declined payment can be voided because "no answer in time" is a decline, behind which the provider may still hold
 * the amount. A command that has already had its effect changes nothing; any other is refused.
 */
@Aggregate
final class Payment {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable PaymentId id;

    private @Nullable PaymentState state;

    /** For Axon, which then applies the payment's history. */
    Payment() {}

    @CommandHandler
    Payment(RequestPayment command) {
        apply(new PaymentRequested(command.paymentId(), command.orderId(), command.amount(), command.cardToken()));
    }

    @CommandHandler
    void handle(RecordAuthorization command) {
        if (state().status() == Status.AUTHORIZED) {
            return;
        }
        require(Status.REQUESTED, PaymentRefused.Reason.ALREADY_DECIDED, command.paymentId());
        apply(new PaymentAuthorized(command.paymentId(), state().orderId(), state().amount(), command.authorization()));
    }

    @CommandHandler
    void handle(RecordDecline command) {
        if (state().status() == Status.DECLINED) {
            return;
        }
        require(Status.REQUESTED, PaymentRefused.Reason.ALREADY_DECIDED, command.paymentId());
        apply(new PaymentDeclined(command.paymentId(), state().orderId(), command.reason(), command.detail()));
    }

    @CommandHandler
    void handle(VoidPayment command) {
        if (state().status() != Status.VOIDING && state().status() != Status.VOIDED) {
            apply(new VoidRequested(command.paymentId(), state().orderId()));
        }
    }

    @CommandHandler
    void handle(RecordVoid command) {
        if (state().status() == Status.VOIDED) {
            return;
        }
        require(Status.VOIDING, PaymentRefused.Reason.NO_VOID_REQUESTED, command.paymentId());
        apply(new PaymentVoided(command.paymentId(), state().orderId()));
    }

    private void require(Status status, PaymentRefused.Reason otherwise, PaymentId payment) {
        if (state().status() != status) {
            throw new PaymentRefused(otherwise, payment, state().status());
        }
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
