package io.waybill.saga.wallet;

import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.DepositRefund;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.WalletCommand;
import io.waybill.contract.wallet.WalletId;
import io.waybill.saga.step.Steps;
import io.waybill.saga.step.Steps.Step;
import io.waybill.saga.wallet.WalletStep.Task;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what is asked of a payment to the wallet that it is made with, in the order in which it was asked. The wallet keeps
 * that safe in any other order too: what was released before it was held will never be held.
 */
@Component
@DisallowReplay
@ProcessingGroup("wallet-provider")
class WalletRequests {
    private final Steps steps;

    WalletRequests(Steps steps) {
        this.steps = steps;
    }

    @EventHandler
    void on(PaymentRequested event) {
        WalletId wallet = event.means().wallet();
        if (wallet != null) {
            WalletStep step = step(event.paymentId(), Task.HOLD, null);
            take(step, new HoldFunds(wallet, step.hold(), event.amount()));
        }
    }

    @EventHandler
    void on(CaptureRequested event) {
        WalletId wallet = event.means().wallet();
        if (wallet != null) {
            WalletStep step =
                    step(event.paymentId(), Task.CAPTURE, event.capture().value());
            take(step, new CaptureHold(wallet, step.hold(), event.capture(), event.amount()));
        }
    }

    @EventHandler
    void on(VoidRequested event, @MessageIdentifier String request) {
        WalletId wallet = event.wallet();
        if (wallet != null) {
            WalletStep step = step(event.paymentId(), Task.RELEASE, UUID.fromString(request));
            take(step, new ReleaseHold(wallet, step.hold()));
        }
    }

    @EventHandler
    void on(RefundRequested event) {
        WalletId wallet = event.means().wallet();
        if (wallet != null) {
            WalletStep step =
                    step(event.paymentId(), Task.REFUND, event.refund().value());
            take(
                    step,
                    new DepositRefund(wallet, WalletStep.deposit(event.paymentId(), event.refund()), event.amount()));
        }
    }

    private static WalletStep step(PaymentId payment, Task task, @Nullable UUID part) {
        return new WalletStep(payment, task, part);
    }

    private void take(WalletStep step, WalletCommand command) {
        steps.takeInTurn(step.payment(), () -> new Step(step.name(), command));
    }
}
