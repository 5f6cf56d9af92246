package io.waybill.command.payment;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.payment.VoidRequested;
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
    private static final Money AMOUNT = Money.parse("GBP 12.30");
    private static final PaymentRequested REQUESTED = new PaymentRequested(PAYMENT, ORDER, AMOUNT, "tok_approve");
    private static final PaymentAuthorized AUTHORIZED = new PaymentAuthorized(PAYMENT, ORDER, AMOUNT, "auth_1");
    private static final PaymentDeclined UNANSWERED =
            new PaymentDeclined(PAYMENT, ORDER, DeclineReason.NOT_ANSWERED, "no answer within 5 s");
    private static final VoidRequested VOIDING = new VoidRequested(PAYMENT, ORDER);
    private static final PaymentVoided VOIDED = new PaymentVoided(PAYMENT, ORDER);

    private final AggregateTestFixture<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @Test
    void it_begins_with_a_request() {
        payment.givenNoPriorActivity()
                .when(new RequestPayment(PAYMENT, ORDER, AMOUNT, "tok_approve"))
                .expectEvents(REQUESTED);
    }

    static Stream<Arguments> effects() {
        return Stream.of(
                Arguments.of(new Object[] {REQUESTED}, new RecordAuthorization(PAYMENT, "auth_1"), AUTHORIZED),
                Arguments.of(
                        new Object[] {REQUESTED},
                        new RecordDecline(PAYMENT, DeclineReason.NOT_ANSWERED, "no answer within 5 s"),
                        UNANSWERED),
                Arguments.of(new Object[] {REQUESTED}, new VoidPayment(PAYMENT), VOIDING),
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED}, new VoidPayment(PAYMENT), VOIDING),
                Arguments.of(new Object[] {REQUESTED, UNANSWERED}, new VoidPayment(PAYMENT), VOIDING),
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED, VOIDING}, new RecordVoid(PAYMENT), VOIDED));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void a_command_in_its_time_has_its_effect(Object[] history, Object command, Object event) {
        payment.given(history).when(command).expectEvents(event);
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED}, new RecordAuthorization(PAYMENT, "auth_1")),
                Arguments.of(
                        new Object[] {REQUESTED, UNANSWERED},
                        new RecordDecline(PAYMENT, DeclineReason.NOT_ANSWERED, "no answer within 5 s")),
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED, VOIDING}, new VoidPayment(PAYMENT)),
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED, VOIDING, VOIDED}, new VoidPayment(PAYMENT)),
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED, VOIDING, VOIDED}, new RecordVoid(PAYMENT)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void a_command_that_has_had_its_effect_changes_nothing(Object[] history, Object command) {
        payment.given(history).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        new Object[] {REQUESTED, UNANSWERED}, new RecordAuthorization(PAYMENT, "auth_1"), "DECLINED"),
                Arguments.of(
                        new Object[] {REQUESTED, AUTHORIZED},
                        new RecordDecline(PAYMENT, DeclineReason.DECLINED, "no"),
                        "AUTHORIZED"),
                Arguments.of(new Object[] {REQUESTED, VOIDING}, new RecordAuthorization(PAYMENT, "auth_1"), "VOIDING"),
                Arguments.of(new Object[] {REQUESTED, AUTHORIZED}, new RecordVoid(PAYMENT), "AUTHORIZED"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_command_out_of_time_is_refused(Object[] history, Object command, String status) {
        payment.given(history)
                .when(command)
                .expectNoEvents()
                .expectException(PaymentRefused.class)
                .expectExceptionMessage("payment " + PAYMENT + " is " + status);
    }
}
