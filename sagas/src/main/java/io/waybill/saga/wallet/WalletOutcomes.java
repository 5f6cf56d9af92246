package io.waybill.saga.wallet;

import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.eventing.Provenance;
import io.waybill.saga.payment.PaymentSteps;
import io.waybill.saga.step.Steps;
import io.waybill.saga.step.Steps.Step;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what a wallet did for a payment back to the payment. Wallets also hold for transfers, and take deposits from people:
 * an event is a payment's if the command that caused it was sent for that payment, see {@link WalletStep}.
 */
@Component
@DisallowReplay
@ProcessingGroup("wallet-provider")
class WalletOutcomes {
    private final Steps steps;

    WalletOutcomes(Steps steps) {
        this.steps = steps;
    }

    @EventHandler
    void on(FundsHeld event, @MetaDataValue(Provenance.CAUSATION_ID) @Nullable String cause) {
        take(held(cause, event.hold()), payment -> PaymentSteps.authorized(payment, "wallet " + event.walletId()));
    }

    @EventHandler
    void on(HoldRejected event, @MetaDataValue(Provenance.CAUSATION_ID) @Nullable String cause) {
        take(
                held(cause, event.hold()),
                payment -> PaymentSteps.declined(payment, event.reason() + ": " + event.available() + " available"));
    }

    @EventHandler
    void on(HoldCaptured event, @MetaDataValue(Provenance.CAUSATION_ID) @Nullable String cause) {
        take(held(cause, event.hold()), payment -> PaymentSteps.captured(payment, event.capture()));
    }

    @EventHandler
    void on(HoldReleased event, @MetaDataValue(Provenance.CAUSATION_ID) @Nullable String cause) {
        WalletStep.of(cause)
                .filter(step -> step.hold().equals(event.hold()))
                .ifPresent(step -> take(
                        Optional.of(step.payment()),
                        payment -> PaymentSteps.voided(payment, part(step).toString())));
    }

    @EventHandler
    void on(FundsDeposited event, @MetaDataValue(Provenance.CAUSATION_ID) @Nullable String cause) {
        paidIn(cause, event.deposit().value())
                .ifPresent(step ->
                        take(Optional.of(step.payment()), payment -> PaymentSteps.refunded(payment, refund(step))));
    }

    @EventHandler
    void on(DepositRejected event, @MetaDataValue(Provenance.CAUSATION_ID) @Nullable String cause) {
        paidIn(cause, event.refund().value())
                .ifPresent(step -> take(
                        Optional.of(step.payment()),
                        payment -> PaymentSteps.refundRefused(
                                payment, refund(step), "the wallet takes nothing: " + event.reason())));
    }

    private static Optional<PaymentId> held(@Nullable String cause, HoldId hold) {
        return WalletStep.of(cause).filter(step -> step.hold().equals(hold)).map(WalletStep::payment);
    }

    private static Optional<WalletStep> paidIn(@Nullable String cause, UUID deposit) {
        return WalletStep.of(cause).filter(step -> step.paysIn(deposit));
    }

    private static RefundId refund(WalletStep step) {
        return new RefundId(part(step));
    }

    private static UUID part(WalletStep step) {
        return Objects.requireNonNull(step.part(), "a release or refund has a part");
    }

    private void take(Optional<PaymentId> of, Function<PaymentId, Step> outcome) {
        of.ifPresent(payment -> steps.takeInTurn(payment, () -> outcome.apply(payment)));
    }
}
