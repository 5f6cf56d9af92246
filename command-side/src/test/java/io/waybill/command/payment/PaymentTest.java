package io.waybill.command.payment;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentDeclined;
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
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTest {
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final WalletId WALLET = WalletId.of("01900000-0000-7000-8000-000000000006");
    private static final CaptureId FIRST = CaptureId.of("01900000-0000-7000-8000-000000000011");
    private static final CaptureId SECOND = CaptureId.of("01900000-0000-7000-8000-000000000012");
    private static final RefundId BACK = RefundId.of("01900000-0000-7000-8000-000000000021");
    private static final RefundId MORE = RefundId.of("01900000-0000-7000-8000-000000000022");
    private static final PaymentMeans CARD = PaymentMeans.card("tok_approve");
    private static final Money ALL = gbp("12.30");
    private static final Money SOME = gbp("10.00");
    private static final Money REST = gbp("2.30");

    private static final PaymentRequested REQUESTED = new PaymentRequested(PAYMENT, ORDER, ALL, CARD);
    private static final PaymentAuthorized AUTHORIZED = new PaymentAuthorized(PAYMENT, ORDER, ALL, "auth_1");
    private static final PaymentDeclined UNANSWERED =
            new PaymentDeclined(PAYMENT, ORDER, DeclineReason.NOT_ANSWERED, "no answer within 5 s");
    private static final VoidDeferred DEFERRED = new VoidDeferred(PAYMENT, ORDER);
    private static final VoidRequested VOIDING = new VoidRequested(PAYMENT, ORDER, null);
    private static final PaymentVoided VOIDED = new PaymentVoided(PAYMENT, ORDER);

    private static final RecordAuthorization YES = new RecordAuthorization(PAYMENT, "auth_1");
    private static final RecordDecline NO = new RecordDecline(PAYMENT, DeclineReason.DECLINED, "no funds");
    private static final VoidPayment VOID = new VoidPayment(PAYMENT);

    private static final List<Object> HELD = List.of(REQUESTED, AUTHORIZED);
    private static final List<Object> CAPTURING = and(HELD, capturing(FIRST, SOME));
    private static final List<Object> CAPTURED = and(CAPTURING, captured(FIRST, SOME));
    private static final List<Object> REFUNDING = and(CAPTURED, refunding(BACK, SOME));
    private static final List<Object> NOT_CAPTURED = and(CAPTURING, notCaptured(FIRST, SOME));
    private static final List<Object> NOT_REFUNDED = and(REFUNDING, notRefunded(BACK, SOME));

    private final AggregateTestFixture<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @Test
    void it_begins_with_a_request() {
        payment.givenNoPriorActivity()
                .when(new RequestPayment(PAYMENT, ORDER, ALL, CARD))
                .expectEvents(REQUESTED);
    }

    @Test
    void it_cannot_be_for_less_than_nothing() {
        payment.givenNoPriorActivity()
                .when(new RequestPayment(PAYMENT, ORDER, gbp("-0.01"), CARD))
                .expectNoEvents()
                .expectException(RefusedBecause.of("INVALID_AMOUNT"));
    }

    static Stream<Arguments> effects() {
        return Stream.of(
                effect(List.of(REQUESTED), YES, AUTHORIZED),
                effect(
                        List.of(REQUESTED),
                        new RecordDecline(PAYMENT, DeclineReason.NOT_ANSWERED, "no answer within 5 s"),
                        UNANSWERED),
                // Captures, in parts and to the last penny.
                effect(HELD, new CapturePayment(PAYMENT, FIRST, ALL), capturing(FIRST, ALL)),
                effect(CAPTURING, new CapturePayment(PAYMENT, SECOND, REST), capturing(SECOND, REST)),
                effect(HELD, new CapturePayment(PAYMENT, FIRST, gbp("0.00")), captured(FIRST, gbp("0.00"))),
                effect(CAPTURING, new RecordCapture(PAYMENT, FIRST), captured(FIRST, SOME)),
                effect(CAPTURING, new RecordCaptureRefusal(PAYMENT, FIRST, "no"), notCaptured(FIRST, SOME)),
                effect(NOT_CAPTURED, new CapturePayment(PAYMENT, SECOND, ALL), capturing(SECOND, ALL)),
                // Voids of all, of the rest, and of nothing.
                effect(List.of(REQUESTED), VOID, VOIDING),
                effect(HELD, VOID, VOIDING),
                effect(List.of(REQUESTED, UNANSWERED), VOID, VOIDING),
                effect(CAPTURED, VOID, VOIDING),
                effect(NOT_CAPTURED, VOID, VOIDING),
                effect(and(HELD, capturing(FIRST, ALL), captured(FIRST, ALL)), VOID, VOIDED),
                effect(and(HELD, VOIDING), new RecordVoid(PAYMENT), VOIDED),
                effect(CAPTURING, VOID, DEFERRED),
                // Refunds, in parts and to the last penny.
                effect(CAPTURED, new RefundPayment(PAYMENT, BACK, SOME), refunding(BACK, SOME)),
                effect(
                        and(CAPTURED, refunding(BACK, gbp("9.99"))),
                        new RefundPayment(PAYMENT, MORE, gbp("0.01")),
                        refunding(MORE, gbp("0.01"))),
                effect(CAPTURED, new RefundPayment(PAYMENT, BACK, gbp("0.00")), refunded(BACK, gbp("0.00"))),
                effect(and(CAPTURED, VOIDING, VOIDED), new RefundPayment(PAYMENT, BACK, SOME), refunding(BACK, SOME)),
                effect(REFUNDING, new RecordRefund(PAYMENT, BACK), refunded(BACK, SOME)),
                effect(REFUNDING, new RecordRefundRefusal(PAYMENT, BACK, "no"), notRefunded(BACK, SOME)),
                effect(NOT_REFUNDED, new RefundPayment(PAYMENT, MORE, SOME), refunding(MORE, SOME)));
    }

    static Stream<Arguments> lateOutcomes() {
        return Stream.of(
                // The provider holds what nobody wants any more.
                effect(List.of(REQUESTED, UNANSWERED), YES, AUTHORIZED, VOIDING),
                effect(List.of(REQUESTED, VOIDING), YES, AUTHORIZED, VOIDING),
                effect(List.of(REQUESTED, VOIDING, VOIDED), YES, AUTHORIZED, VOIDING),
                effect(List.of(REQUESTED, UNANSWERED, VOIDING, VOIDED), YES, AUTHORIZED, VOIDING),
                // Each of its voids has an outcome of its own.
                effect(List.of(REQUESTED, VOIDING, AUTHORIZED, VOIDING, VOIDED), new RecordVoid(PAYMENT), VOIDED),
                // A void that waited for captures.
                effect(and(CAPTURING, DEFERRED), new RecordCapture(PAYMENT, FIRST), captured(FIRST, SOME), VOIDING),
                effect(
                        and(CAPTURING, DEFERRED),
                        new RecordCaptureRefusal(PAYMENT, FIRST, "no"),
                        notCaptured(FIRST, SOME),
                        VOIDING),
                effect(
                        and(HELD, capturing(FIRST, ALL), DEFERRED),
                        new RecordCapture(PAYMENT, FIRST),
                        captured(FIRST, ALL),
                        VOIDED),
                effect(
                        and(CAPTURING, capturing(SECOND, REST), DEFERRED),
                        new RecordCapture(PAYMENT, SECOND),
                        captured(SECOND, REST)),
                // What the provider did in the end counts, where it said no before.
                effect(NOT_CAPTURED, new RecordCapture(PAYMENT, FIRST), captured(FIRST, SOME)),
                effect(NOT_REFUNDED, new RecordRefund(PAYMENT, BACK), refunded(BACK, SOME)));
    }

    @ParameterizedTest
    @MethodSource({"effects", "lateOutcomes"})
    void a_command_in_its_time_has_its_effect(List<?> history, Object command, Object[] events) {
        payment.given(history).when(command).expectEvents(events);
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                Arguments.of(HELD, YES),
                Arguments.of(and(CAPTURED, VOIDING), YES),
                Arguments.of(List.of(REQUESTED, VOIDING, AUTHORIZED, VOIDING), YES),
                Arguments.of(List.of(REQUESTED, UNANSWERED), NO),
                // Given up before the provider said no.
                Arguments.of(List.of(REQUESTED, VOIDING), NO),
                Arguments.of(List.of(REQUESTED, VOIDING, VOIDED), NO),
                Arguments.of(CAPTURING, new CapturePayment(PAYMENT, FIRST, SOME)),
                Arguments.of(CAPTURED, new CapturePayment(PAYMENT, FIRST, SOME)),
                Arguments.of(NOT_CAPTURED, new CapturePayment(PAYMENT, FIRST, SOME)),
                Arguments.of(CAPTURED, new RecordCapture(PAYMENT, FIRST)),
                Arguments.of(NOT_CAPTURED, new RecordCaptureRefusal(PAYMENT, FIRST, "no")),
                Arguments.of(and(CAPTURING, DEFERRED), VOID),
                Arguments.of(and(HELD, VOIDING), VOID),
                Arguments.of(and(HELD, VOIDING, VOIDED), VOID),
                Arguments.of(and(HELD, VOIDING, VOIDED), new RecordVoid(PAYMENT)),
                Arguments.of(List.of(REQUESTED, VOIDING, AUTHORIZED, VOIDING, VOIDED, VOIDED), new RecordVoid(PAYMENT)),
                Arguments.of(REFUNDING, new RefundPayment(PAYMENT, BACK, SOME)),
                Arguments.of(NOT_REFUNDED, new RefundPayment(PAYMENT, BACK, SOME)),
                Arguments.of(and(REFUNDING, refunded(BACK, SOME)), new RecordRefund(PAYMENT, BACK)),
                Arguments.of(NOT_REFUNDED, new RecordRefundRefusal(PAYMENT, BACK, "no")));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void a_command_that_has_had_its_effect_changes_nothing(List<?> history, Object command) {
        payment.given(history).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(HELD, NO, "ALREADY_DECIDED"),
                Arguments.of(and(HELD, VOIDING), NO, "ALREADY_DECIDED"),
                Arguments.of(HELD, new RecordVoid(PAYMENT), "NO_VOID_REQUESTED"),
                Arguments.of(and(CAPTURING, DEFERRED), new RecordVoid(PAYMENT), "NO_VOID_REQUESTED"),
                Arguments.of(List.of(REQUESTED), new CapturePayment(PAYMENT, FIRST, SOME), "NOT_AUTHORIZED"),
                Arguments.of(
                        List.of(REQUESTED, UNANSWERED), new CapturePayment(PAYMENT, FIRST, SOME), "NOT_AUTHORIZED"),
                Arguments.of(and(CAPTURING, DEFERRED), new CapturePayment(PAYMENT, SECOND, REST), "NOT_AUTHORIZED"),
                Arguments.of(and(CAPTURED, VOIDING), new CapturePayment(PAYMENT, SECOND, REST), "NOT_AUTHORIZED"),
                Arguments.of(HELD, new CapturePayment(PAYMENT, FIRST, gbp("12.31")), "MORE_THAN_AUTHORIZED"),
                Arguments.of(CAPTURING, new CapturePayment(PAYMENT, SECOND, gbp("2.31")), "MORE_THAN_AUTHORIZED"),
                Arguments.of(CAPTURED, new CapturePayment(PAYMENT, SECOND, gbp("2.31")), "MORE_THAN_AUTHORIZED"),
                Arguments.of(
                        and(NOT_CAPTURED, capturing(SECOND, SOME)),
                        new RecordCapture(PAYMENT, FIRST),
                        "MORE_THAN_AUTHORIZED"),
                Arguments.of(HELD, new CapturePayment(PAYMENT, FIRST, gbp("-0.01")), "INVALID_AMOUNT"),
                Arguments.of(HELD, new CapturePayment(PAYMENT, FIRST, Money.parse("EUR 1.00")), "INVALID_AMOUNT"),
                Arguments.of(CAPTURING, new CapturePayment(PAYMENT, FIRST, REST), "OTHER_AMOUNT"),
                Arguments.of(CAPTURING, new RecordCapture(PAYMENT, SECOND), "UNKNOWN_CAPTURE"),
                Arguments.of(CAPTURING, new RecordCaptureRefusal(PAYMENT, SECOND, "no"), "UNKNOWN_CAPTURE"),
                Arguments.of(CAPTURED, new RecordCaptureRefusal(PAYMENT, FIRST, "no"), "ALREADY_DECIDED"),
                Arguments.of(CAPTURING, new RefundPayment(PAYMENT, BACK, gbp("0.01")), "MORE_THAN_CAPTURED"),
                Arguments.of(CAPTURED, new RefundPayment(PAYMENT, BACK, gbp("10.01")), "MORE_THAN_CAPTURED"),
                Arguments.of(REFUNDING, new RefundPayment(PAYMENT, MORE, gbp("0.01")), "MORE_THAN_CAPTURED"),
                Arguments.of(
                        and(NOT_REFUNDED, refunding(MORE, SOME)),
                        new RecordRefund(PAYMENT, BACK),
                        "MORE_THAN_CAPTURED"),
                Arguments.of(CAPTURED, new RefundPayment(PAYMENT, BACK, gbp("-0.01")), "INVALID_AMOUNT"),
                Arguments.of(CAPTURED, new RefundPayment(PAYMENT, BACK, Money.parse("EUR 1.00")), "INVALID_AMOUNT"),
                Arguments.of(REFUNDING, new RefundPayment(PAYMENT, BACK, REST), "OTHER_AMOUNT"),
                Arguments.of(CAPTURED, new RecordRefund(PAYMENT, BACK), "UNKNOWN_REFUND"),
                Arguments.of(CAPTURED, new RecordRefundRefusal(PAYMENT, BACK, "no"), "UNKNOWN_REFUND"),
                Arguments.of(
                        and(REFUNDING, refunded(BACK, SOME)),
                        new RecordRefundRefusal(PAYMENT, BACK, "no"),
                        "ALREADY_DECIDED"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_command_out_of_time_is_refused(List<?> history, Object command, String reason) {
        payment.given(history).when(command).expectNoEvents().expectException(RefusedBecause.of(reason));
    }

    @Test
    void what_a_wallet_holds_is_to_be_given_back_by_the_wallet() {
        payment.given(new PaymentRequested(PAYMENT, ORDER, ALL, PaymentMeans.wallet(WALLET)), AUTHORIZED)
                .when(VOID)
                .expectEvents(new VoidRequested(PAYMENT, ORDER, WALLET));
    }

    private static Arguments effect(List<?> history, Object command, Object... events) {
        return Arguments.of(history, command, events);
    }

    private static List<Object> and(List<?> before, Object... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    private static CaptureRequested capturing(CaptureId capture, Money amount) {
        return new CaptureRequested(PAYMENT, ORDER, capture, amount, CARD);
    }

    private static PaymentCaptured captured(CaptureId capture, Money amount) {
        return new PaymentCaptured(PAYMENT, ORDER, capture, amount);
    }

    private static CaptureRefused notCaptured(CaptureId capture, Money amount) {
        return new CaptureRefused(PAYMENT, ORDER, capture, amount, "no");
    }

    private static RefundRequested refunding(RefundId refund, Money amount) {
        return new RefundRequested(PAYMENT, ORDER, refund, amount, CARD);
    }

    private static PaymentRefunded refunded(RefundId refund, Money amount) {
        return new PaymentRefunded(PAYMENT, ORDER, refund, amount);
    }

    private static RefundRefused notRefunded(RefundId refund, Money amount) {
        return new RefundRefused(PAYMENT, ORDER, refund, amount, "no");
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
