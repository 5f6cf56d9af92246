package io.waybill.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordCapture;
import io.waybill.contract.payment.RecordCaptureRefusal;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordRefund;
import io.waybill.contract.payment.RecordRefundRefusal;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.saga.outside.Patience;
import io.waybill.saga.outside.PutOffException;
import io.waybill.saga.outside.UnansweredException;
import io.waybill.saga.step.RecordedSteps;
import io.waybill.saga.step.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a payment is told of what the provider said, and what happens when it said nothing. */
class CardPaymentsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:15:00Z");
    private static final Instant JUST_NOW = NOW.minusSeconds(59);
    private static final Instant LONG_AGO = NOW.minusSeconds(60);
    private static final Outcome AWAY = new Outcome.NotAnswered(true, "away");
    private static final Outcome SILENT = new Outcome.NotAnswered(false, "no answer");

    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final CaptureId CAPTURE = new CaptureId(new UUID(7, 1));
    private static final RefundId REFUND = new RefundId(new UUID(7, 2));
    private static final Money AMOUNT = Money.parse("GBP 9.00");
    private static final PaymentMeans CARD = PaymentMeans.card("tok_approve");
    private static final String REQUEST = "01900000-0000-7000-8000-000000000004";
    private static final WalletId WALLET = new WalletId(new UUID(7, 3));

    private final RecordedSteps steps = new RecordedSteps();

    /** Says the same to everything. */
    private record Says(Outcome outcome) implements PaymentProvider {
        @Override
        public Outcome authorize(PaymentId payment, Money amount, String cardToken) {
            return outcome;
        }

        @Override
        public Outcome capture(PaymentId payment, CaptureId capture, Money amount) {
            return outcome;
        }

        @Override
        public Outcome release(PaymentId payment) {
            return outcome;
        }

        @Override
        public Outcome refund(PaymentId payment, RefundId refund, Money amount) {
            return outcome;
        }
    }

    private CardPayments when(Outcome outcome) {
        return new CardPayments(new Says(outcome), steps, new Patience(Duration.ofMinutes(1), () -> NOW));
    }

    private void assertTold(Object... commands) {
        assertThat(steps.commands()).containsExactly(commands);
    }

    @Test
    void what_is_done_is_recorded() {
        CardPayments payments = when(new Outcome.Done("auth_1"));
        payments.on(requested(), JUST_NOW);
        payments.on(capture(), JUST_NOW);
        payments.on(refund(), JUST_NOW);
        payments.on(voided(), JUST_NOW, REQUEST);
        assertTold(
                new RecordAuthorization(PAYMENT, "auth_1"),
                new RecordCapture(PAYMENT, CAPTURE),
                new RecordRefund(PAYMENT, REFUND),
                new RecordVoid(PAYMENT));
    }

    @Test
    void each_void_that_is_asked_for_is_recorded_and_one_that_is_taken_again_is_not() {
        CardPayments payments = when(new Outcome.Done("auth_1"));
        payments.on(voided(), JUST_NOW, REQUEST);
        payments.on(voided(), JUST_NOW, "01900000-0000-7000-8000-000000000005");
        payments.on(voided(), JUST_NOW, REQUEST);

        List<String> names = steps.taken.stream().map(Steps.Step::name).toList();
        assertThat(names.get(1)).isNotEqualTo(names.getFirst());
        assertThat(names.get(2)).isEqualTo(names.getFirst());
    }

    @Test
    void what_is_refused_is_recorded() {
        CardPayments payments = when(new Outcome.Refused("NO: never"));
        payments.on(requested(), JUST_NOW);
        payments.on(capture(), JUST_NOW);
        payments.on(refund(), JUST_NOW);
        assertTold(
                new RecordDecline(PAYMENT, DeclineReason.DECLINED, "NO: never"),
                new RecordCaptureRefusal(PAYMENT, CAPTURE, "NO: never"),
                new RecordRefundRefusal(PAYMENT, REFUND, "NO: never"));
    }

    @Test
    void what_has_only_begun_will_be_heard_of() {
        CardPayments payments = when(new Outcome.Pending());
        payments.on(requested(), JUST_NOW);
        payments.on(capture(), JUST_NOW);
        payments.on(refund(), JUST_NOW);
        payments.on(voided(), JUST_NOW, REQUEST);
        assertTold();
    }

    @Test
    void a_payment_waits_for_a_provider_that_is_away() {
        assertThatExceptionOfType(PutOffException.class)
                .isThrownBy(() -> when(AWAY).on(requested(), JUST_NOW))
                .withMessage("away");
        assertTold();
    }

    @Test
    void however_long_the_provider_is_away_no_payment_is_declined_for_it() {
        assertThatExceptionOfType(PutOffException.class)
                .isThrownBy(() -> when(AWAY).on(requested(), LONG_AGO));
        assertTold();
    }

    @Test
    void a_card_that_a_living_provider_meets_with_silence_is_declined() {
        when(SILENT).on(requested(), JUST_NOW);
        assertTold(new RecordDecline(PAYMENT, DeclineReason.NOT_ANSWERED, "no answer"));
    }

    @Test
    void what_has_to_be_done_waits_for_a_provider_that_is_away_however_long() {
        assertPutOff(AWAY, LONG_AGO);
    }

    @Test
    void what_has_to_be_done_and_is_met_with_silence_is_asked_again_while_the_patience_lasts() {
        assertPutOff(SILENT, JUST_NOW);
    }

    @Test
    void what_has_to_be_done_and_is_met_with_silence_for_long_is_parked() {
        CardPayments payments = when(SILENT);
        assertThatExceptionOfType(UnansweredException.class).isThrownBy(() -> payments.on(capture(), LONG_AGO));
        assertThatExceptionOfType(UnansweredException.class).isThrownBy(() -> payments.on(refund(), LONG_AGO));
        assertThatExceptionOfType(UnansweredException.class).isThrownBy(() -> payments.on(voided(), LONG_AGO, REQUEST));
        assertTold();
    }

    @Test
    void what_is_paid_with_a_wallet_is_not_the_providers_business() {
        CardPayments payments = when(new Outcome.Done("auth_1"));
        PaymentMeans means = PaymentMeans.wallet(WALLET);
        payments.on(new PaymentRequested(PAYMENT, ORDER, AMOUNT, means), JUST_NOW);
        payments.on(new CaptureRequested(PAYMENT, ORDER, CAPTURE, AMOUNT, means), JUST_NOW);
        payments.on(new RefundRequested(PAYMENT, ORDER, REFUND, AMOUNT, means), JUST_NOW);
        payments.on(new VoidRequested(PAYMENT, ORDER, WALLET), JUST_NOW, REQUEST);
        assertTold();
    }

    private void assertPutOff(Outcome outcome, Instant asked) {
        CardPayments payments = when(outcome);
        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> payments.on(capture(), asked));
        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> payments.on(refund(), asked));
        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> payments.on(voided(), asked, REQUEST));
        assertTold();
    }

    private static PaymentRequested requested() {
        return new PaymentRequested(PAYMENT, ORDER, AMOUNT, CARD);
    }

    private static CaptureRequested capture() {
        return new CaptureRequested(PAYMENT, ORDER, CAPTURE, AMOUNT, CARD);
    }

    private static RefundRequested refund() {
        return new RefundRequested(PAYMENT, ORDER, REFUND, AMOUNT, CARD);
    }

    private static VoidRequested voided() {
        return new VoidRequested(PAYMENT, ORDER, null);
    }
}
