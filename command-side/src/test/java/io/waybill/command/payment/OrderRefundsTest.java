package io.waybill.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.command.SagaCommands;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordCapture;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.wallet.WalletId;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An order and its payments refund together: by card before wallet, each as much as it can. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class OrderRefundsTest {
    private static RunningCommandSide service;
    private static SagaCommands saga;

    private final OrderId order = new OrderId(UUID.randomUUID());
    private final PaymentPart wallet = new PaymentPart(
            new PaymentId(UUID.randomUUID()), PaymentMeans.wallet(new WalletId(UUID.randomUUID())), gbp("3.00"));
    private final PaymentPart card =
            new PaymentPart(new PaymentId(UUID.randomUUID()), PaymentMeans.card("tok_approve"), gbp("7.00"));

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        saga = SagaCommands.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_card_gives_first_and_the_wallet_what_is_missing() {
        placed();
        captured(wallet, "3.00");
        captured(card, "5.00");

        refund("6.00");

        assertThat(refunds()).containsExactly("5.00", "1.00");
        assertThat(events("OrderRefundRequested", "uncovered")).containsExactly("0.00");
        assertThat(service.database
                        .sql("select count(distinct transaction_id) from event where name in"
                                + " ('OrderRefundRequested', 'RefundRequested') and payload::jsonb ->> 'orderId' = ?")
                        .param(order.toString())
                        .query(Long.class)
                        .single())
                .as("transactions")
                .isOne();
    }

    @Test
    void another_refund_finds_what_the_first_has_left() {
        placed();
        captured(wallet, "3.00");
        captured(card, "7.00");

        refund("6.00");
        refund("4.00");

        assertThat(refunds()).containsExactly("6.00", "1.00", "3.00");
    }

    @Test
    void what_was_never_captured_is_uncovered() {
        placed();
        captured(card, "5.00");

        refund("6.00");

        assertThat(refunds()).containsExactly("5.00");
        assertThat(events("OrderRefundRequested", "uncovered")).containsExactly("1.00");
    }

    @Test
    void what_goes_into_another_wallet_counts_as_given_by_the_payment_it_was_captured_by() {
        placed();
        captured(card, "5.00");
        WalletId other = new WalletId(UUID.randomUUID());

        take(new RefundOrder(order, new RefundId(UUID.randomUUID()), gbp("3.00"), other));
        refund("6.00");

        assertThat(refunds()).containsExactly("3.00", "2.00");
        assertThat(events("OrderRefundRequested", "uncovered")).containsExactly("0.00", "4.00");
        assertThat(service.database
                        .sql("select payload::jsonb -> 'means' ->> 'wallet' from event"
                                + " where name = 'RefundRequested' and payload::jsonb ->> 'orderId' = ? order by position"
                                + " limit 1")
                        .param(order.toString())
                        .query(String.class)
                        .single())
                .isEqualTo(other.toString());
    }

    @Test
    void the_same_refund_once_more_changes_nothing() {
        placed();
        captured(card, "5.00");
        RefundOrder refund = new RefundOrder(order, new RefundId(UUID.randomUUID()), gbp("2.00"));

        take(refund);
        take(refund);

        assertThat(refunds()).containsExactly("2.00");
        assertThat(events("OrderRefundRequested", "uncovered")).hasSize(1);
    }

    private void placed() {
        Sku sku = Sku.of("MUG");
        take(new PlaceOrder(
                order,
                null,
                null,
                new ShippingAddress(null, null, null, null, "Norway"),
                List.of(new OrderLine(1, sku, "A mug", 1, BigMoney.parse("GBP 10.00"))),
                List.of(new LineGroup(1, sku, 1, List.of())),
                List.of(wallet, card),
                ShortStock.REJECT,
                LostShipment.REFUND,
                Instant.EPOCH));
    }

    private void captured(PaymentPart part, String amount) {
        CaptureId capture = new CaptureId(UUID.randomUUID());
        take(new RequestPayment(part.paymentId(), order, part.amount(), part.means()));
        take(new RecordAuthorization(part.paymentId(), "auth_1"));
        take(new CapturePayment(part.paymentId(), capture, gbp(amount)));
        take(new RecordCapture(part.paymentId(), capture));
    }

    private void refund(String amount) {
        take(new RefundOrder(order, new RefundId(UUID.randomUUID()), gbp(amount)));
    }

    private static void take(Object command) {
        saga.take("test/" + UUID.randomUUID(), command);
    }

    private List<String> refunds() {
        return events("RefundRequested", "amount");
    }

    /** An amount of the order's events of this name, one after the other. */
    private List<String> events(String name, String amount) {
        return service.database
                .sql("select payload::jsonb -> ? ->> 'amount' from event"
                        + " where name = ? and payload::jsonb ->> 'orderId' = ? order by position")
                .params(amount, name, order.toString())
                .query(String.class)
                .list();
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
