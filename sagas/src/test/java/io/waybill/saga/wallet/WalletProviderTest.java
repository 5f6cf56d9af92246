package io.waybill.saga.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordCapture;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordRefund;
import io.waybill.contract.payment.RecordRefundRefusal;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRefund;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.DepositRejection;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.WalletId;
import io.waybill.saga.step.RecordedSteps;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** From a payment to its wallet and back. */
class WalletProviderTest {
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final PaymentId OTHER = PaymentId.of("01900000-0000-7000-8000-000000000003");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final CaptureId CAPTURE = new CaptureId(new UUID(7, 1));
    private static final RefundId REFUND = new RefundId(new UUID(7, 2));
    private static final WalletId WALLET = new WalletId(new UUID(7, 3));
    private static final HoldId HOLD = new HoldId(PAYMENT.value());
    private static final Money AMOUNT = Money.parse("GBP 9.00");
    private static final PaymentMeans MEANS = PaymentMeans.wallet(WALLET);
    private static final String REQUEST = "01900000-0000-7000-8000-000000000004";
    private static final String TRANSFER = "transfer/01900000-0000-7000-8000-000000000002/hold";

    private final RecordedSteps steps = new RecordedSteps();
    private final WalletRequests requests = new WalletRequests(steps);
    private final WalletOutcomes outcomes = new WalletOutcomes(steps);

    @Test
    void what_is_asked_of_a_payment_is_asked_of_its_wallet() {
        requests.on(new PaymentRequested(PAYMENT, ORDER, AMOUNT, MEANS));
        requests.on(new CaptureRequested(PAYMENT, ORDER, CAPTURE, AMOUNT, MEANS));
        requests.on(new RefundRequested(PAYMENT, ORDER, REFUND, AMOUNT, MEANS));
        requests.on(new VoidRequested(PAYMENT, ORDER, WALLET), REQUEST);

        assertThat(steps.commands())
                .containsExactly(
                        new HoldFunds(WALLET, HOLD, AMOUNT),
                        new CaptureHold(WALLET, HOLD, CAPTURE, AMOUNT),
                        new DepositRefund(WALLET, WalletStep.deposit(PAYMENT, REFUND), AMOUNT),
                        new ReleaseHold(WALLET, HOLD));
        assertThat(steps.taken.stream().map(step -> step.name()).distinct()).hasSize(4);
    }

    @Test
    void what_is_paid_with_a_card_is_no_wallets_business() {
        PaymentMeans card = PaymentMeans.card("tok_approve");
        requests.on(new PaymentRequested(PAYMENT, ORDER, AMOUNT, card));
        requests.on(new CaptureRequested(PAYMENT, ORDER, CAPTURE, AMOUNT, card));
        requests.on(new RefundRequested(PAYMENT, ORDER, REFUND, AMOUNT, card));
        requests.on(new VoidRequested(PAYMENT, ORDER, null), REQUEST);

        assertThat(steps.taken).isEmpty();
    }

    @Test
    void two_payments_of_one_order_get_their_parts_of_one_refund_into_one_wallet() {
        assertThat(WalletStep.deposit(PAYMENT, REFUND)).isNotEqualTo(WalletStep.deposit(OTHER, REFUND));
        assertThat(WalletStep.deposit(PAYMENT, REFUND)).isEqualTo(WalletStep.deposit(PAYMENT, REFUND));
    }

    @Test
    void what_is_held_taken_and_released_goes_back_to_the_payment() {
        requests.on(new PaymentRequested(PAYMENT, ORDER, AMOUNT, MEANS));
        outcomes.on(new FundsHeld(WALLET, HOLD, AMOUNT), cause());
        requests.on(new CaptureRequested(PAYMENT, ORDER, CAPTURE, AMOUNT, MEANS));
        outcomes.on(new HoldCaptured(WALLET, HOLD, CAPTURE, AMOUNT), cause());
        requests.on(new VoidRequested(PAYMENT, ORDER, WALLET), REQUEST);
        outcomes.on(new HoldReleased(WALLET, HOLD, Money.parse("GBP 0.00")), cause());

        assertThat(steps.commands())
                .contains(
                        new RecordAuthorization(PAYMENT, "wallet " + WALLET),
                        new RecordCapture(PAYMENT, CAPTURE),
                        new RecordVoid(PAYMENT));
    }

    @Test
    void each_void_that_is_asked_for_is_a_release_and_an_outcome_of_its_own() {
        for (String request : new String[] {REQUEST, "01900000-0000-7000-8000-000000000005"}) {
            requests.on(new VoidRequested(PAYMENT, ORDER, WALLET), request);
            outcomes.on(new HoldReleased(WALLET, HOLD, Money.parse("GBP 0.00")), cause());
        }

        assertThat(steps.commands())
                .containsExactly(
                        new ReleaseHold(WALLET, HOLD),
                        new RecordVoid(PAYMENT),
                        new ReleaseHold(WALLET, HOLD),
                        new RecordVoid(PAYMENT));
        assertThat(steps.taken.stream().map(step -> step.name()).distinct()).hasSize(4);
    }

    @Test
    void a_wallet_with_too_little_declines_the_payment() {
        requests.on(new PaymentRequested(PAYMENT, ORDER, AMOUNT, MEANS));
        outcomes.on(
                new HoldRejected(WALLET, HOLD, AMOUNT, Money.parse("GBP 3.00"), HoldRejection.INSUFFICIENT_FUNDS),
                cause());

        assertThat(steps.commands())
                .contains(new RecordDecline(PAYMENT, DeclineReason.DECLINED, "INSUFFICIENT_FUNDS: GBP 3.00 available"));
    }

    @Test
    void a_refund_that_was_paid_in_goes_back_to_the_payment() {
        requests.on(new RefundRequested(PAYMENT, ORDER, REFUND, AMOUNT, MEANS));
        outcomes.on(
                new FundsDeposited(
                        WALLET,
                        new DepositId(WalletStep.deposit(PAYMENT, REFUND).value()),
                        AMOUNT),
                cause());

        assertThat(steps.commands()).contains(new RecordRefund(PAYMENT, REFUND));
    }

    @Test
    void a_refund_that_the_wallet_does_not_take_is_refused() {
        requests.on(new RefundRequested(PAYMENT, ORDER, REFUND, AMOUNT, MEANS));
        outcomes.on(
                new DepositRejected(WALLET, WalletStep.deposit(PAYMENT, REFUND), AMOUNT, DepositRejection.CLOSED),
                cause());

        assertThat(steps.commands())
                .contains(new RecordRefundRefusal(PAYMENT, REFUND, "the wallet takes nothing: CLOSED"));
    }

    @Test
    void what_a_wallet_does_for_others_is_not_a_payments_business() {
        for (String cause :
                new String[] {null, TRANSFER, "01900000-0000-7000-8000-00000000000a", "payment/x/wallet/HOLD"}) {
            outcomes.on(new FundsHeld(WALLET, HOLD, AMOUNT), cause);
            outcomes.on(new HoldCaptured(WALLET, HOLD, CAPTURE, AMOUNT), cause);
            outcomes.on(new HoldReleased(WALLET, HOLD, AMOUNT), cause);
            outcomes.on(new HoldRejected(WALLET, HOLD, AMOUNT, AMOUNT, HoldRejection.CLOSED), cause);
            outcomes.on(new FundsDeposited(WALLET, new DepositId(REFUND.value()), AMOUNT), cause);
            outcomes.on(new DepositRejected(WALLET, REFUND, AMOUNT, DepositRejection.CLOSED), cause);
        }
        assertThat(steps.taken).isEmpty();
    }

    /** As the command side writes it on the events of the last command that was sent. */
    private String cause() {
        return steps.taken.getLast().name();
    }
}
