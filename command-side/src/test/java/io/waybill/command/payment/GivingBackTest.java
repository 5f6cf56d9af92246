package io.waybill.command.payment;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.wallet.WalletId;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a payment of which 10.00 of 12.30 were captured gives back, when its order asks it for as much as it can. */
class GivingBackTest {
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final CaptureId CAPTURE = CaptureId.of("01900000-0000-7000-8000-000000000011");
    private static final RefundId BACK = RefundId.of("01900000-0000-7000-8000-000000000021");
    private static final RefundId MORE = RefundId.of("01900000-0000-7000-8000-000000000022");
    private static final WalletId WALLET = WalletId.of("01900000-0000-7000-8000-000000000006");
    private static final PaymentMeans CARD = PaymentMeans.card("tok_approve");

    private final AggregateTestFixture<Payment> payment = new AggregateTestFixture<>(Payment.class);

    record Give(RefundId refund, Money atMost, @Nullable WalletId into) {
        Give(RefundId refund, Money atMost) {
            this(refund, atMost, null);
        }
    }

    record Order(Repository<Payment> payments) {
        @CommandHandler
        Money handle(Give asked) {
            return payments.load(PAYMENT.toString())
                    .invoke(payment -> payment.refundUpTo(asked.refund(), asked.atMost(), asked.into()));
        }
    }

    @BeforeEach
    void order() {
        payment.registerAnnotatedCommandHandler(new Order(payment.getRepository()));
    }

    @Test
    void it_gives_what_is_asked_of_it() {
        payment.given(captured())
                .when(new Give(BACK, gbp("9.99")))
                .expectResultMessagePayload(gbp("9.99"))
                .expectEvents(refunding(BACK, "9.99"));
    }

    @Test
    void also_into_a_wallet_that_it_was_not_paid_with() {
        payment.given(captured())
                .when(new Give(BACK, gbp("12.30"), WALLET))
                .expectResultMessagePayload(gbp("10.00"))
                .expectEvents(new RefundRequested(PAYMENT, ORDER, BACK, gbp("10.00"), PaymentMeans.wallet(WALLET)));
    }

    @Test
    void it_gives_no_more_than_was_captured() {
        payment.given(captured())
                .when(new Give(BACK, gbp("10.01")))
                .expectResultMessagePayload(gbp("10.00"))
                .expectEvents(refunding(BACK, "10.00"));
    }

    @Test
    void it_gives_what_another_refund_has_left() {
        payment.given(captured(refunding(BACK, "9.99")))
                .when(new Give(MORE, gbp("10.00")))
                .expectResultMessagePayload(gbp("0.01"))
                .expectEvents(refunding(MORE, "0.01"));
    }

    @Test
    void it_gives_what_was_refused_before() {
        payment.given(captured(
                        refunding(BACK, "10.00"),
                        new RefundRefused(PAYMENT, ORDER, BACK, gbp("10.00"), "account closed")))
                .when(new Give(MORE, gbp("10.00")))
                .expectResultMessagePayload(gbp("10.00"))
                .expectEvents(refunding(MORE, "10.00"));
    }

    @Test
    void where_nothing_is_left_nothing_is_asked_of_the_provider() {
        payment.given(captured(refunding(BACK, "10.00")))
                .when(new Give(MORE, gbp("5.00")))
                .expectResultMessagePayload(gbp("0.00"))
                .expectNoEvents();
    }

    @Test
    void asked_again_under_the_same_name_it_says_what_it_gave_and_gives_nothing_more() {
        payment.given(captured(refunding(BACK, "2.00")))
                .when(new Give(BACK, gbp("5.00")))
                .expectResultMessagePayload(gbp("2.00"))
                .expectNoEvents();
    }

    @Test
    void less_than_nothing_and_other_money_are_refused() {
        Stream.of(gbp("-0.01"), Money.parse("EUR 1.00"))
                .forEach(amount -> payment.given(captured())
                        .when(new Give(BACK, amount))
                        .expectNoEvents()
                        .expectException(RefusedBecause.of("INVALID_AMOUNT")));
    }

    private static List<Object> captured(Object... since) {
        Stream<Object> before = Stream.of(
                new PaymentRequested(PAYMENT, ORDER, gbp("12.30"), CARD),
                new PaymentAuthorized(PAYMENT, ORDER, gbp("12.30"), "auth_1"),
                new PaymentCaptured(PAYMENT, ORDER, CAPTURE, gbp("10.00")));
        return Stream.concat(before, Stream.of(since)).toList();
    }

    private static RefundRequested refunding(RefundId refund, String amount) {
        return new RefundRequested(PAYMENT, ORDER, refund, gbp(amount), CARD);
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
