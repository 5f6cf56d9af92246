package io.waybill.projection.statement;

import static io.waybill.projection.WholeLife.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.WithdrawalId;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.projection.view.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class StatementTest extends FoldedTables {
    private static final String LINES =
            "select customer_id, account, kind, amount from statement order by at, source_id, version";

    StatementTest() {
        super("statement");
    }

    @Test
    void a_whole_life_ends_with_nothing_owed() {
        WholeLife.told(story);
        fold.fold(story.events());

        assertThat(fold.rows(LINES))
                .containsExactly(
                        List.of("17850", "orders", "ORDERED", "42.43"),
                        List.of("17850", "orders", "PAID", "-15.30"),
                        List.of("17850", "orders", "PAID", "-27.13"),
                        List.of("17850", "orders", "CREDITED", "-5.10"),
                        List.of("17850", "orders", "REFUNDED", "5.10"));
    }

    @Test
    void what_an_amendment_makes_of_an_order_is_charged_and_what_is_cancelled_taken_back() {
        OrderPlaced order = Orders.hearts();
        story.order(order).order(Orders.amended(order, 1)).order(new OrderCancelled(order.orderId(), "too late"));
        fold.batch(story.events());

        assertThat(fold.rows(LINES))
                .containsExactly(
                        List.of("17850", "orders", "ORDERED", "42.43"),
                        List.of("17850", "orders", "AMENDED", "-4.26"),
                        List.of("17850", "orders", "CANCELLED", "-38.17"));
    }

    @Test
    void what_goes_through_a_wallet_is_told_and_what_is_only_held_is_not() {
        WalletId wallet = new WalletId(UUID.randomUUID());
        HoldId hold = new HoldId(UUID.randomUUID());
        story.wallet(new WalletOpened(wallet, CustomerId.of("17850"), CurrencyUnit.GBP))
                .wallet(new FundsDeposited(wallet, new DepositId(UUID.randomUUID()), pounds("10.00")))
                .wallet(new FundsHeld(wallet, hold, pounds("4.00")))
                .wallet(new HoldCaptured(wallet, hold, new CaptureId(UUID.randomUUID()), pounds("4.00")))
                .wallet(new FundsWithdrawn(wallet, new WithdrawalId(UUID.randomUUID()), pounds("1.00")));
        fold.fold(story.events());

        assertThat(fold.rows(LINES))
                .containsExactly(
                        List.of("17850", "wallet", "OPENED", "0.00"),
                        List.of("17850", "wallet", "DEPOSITED", "10.00"),
                        List.of("17850", "wallet", "SPENT", "-4.00"),
                        List.of("17850", "wallet", "WITHDRAWN", "-1.00"));
    }

    @Test
    void it_does_not_matter_whether_a_payment_or_its_order_comes_first() {
        OrderPlaced order = Orders.hearts();
        PaymentCaptured captured = new PaymentCaptured(
                order.payments().getFirst().paymentId(),
                order.orderId(),
                new CaptureId(UUID.randomUUID()),
                pounds("42.43"));
        story.order(order).payment(captured);
        List<TrackedEventMessage<?>> turned = new ArrayList<>(story.events());
        Collections.reverse(turned);

        fold.batch(turned.subList(0, 1));
        assertThat(fold.rows("select customer_id from statement where customer_id is not null"))
                .isEmpty();

        fold.batch(turned.subList(1, 2));
        assertThat(fold.rows(LINES))
                .containsExactly(
                        List.of("17850", "orders", "ORDERED", "42.43"), List.of("17850", "orders", "PAID", "-42.43"));
    }

    @Test
    void handling_twice_equals_handling_once_and_a_rebuilt_view_equals_the_live_one() {
        WholeLife.told(story);
        WholeLife.catalogueAndWallets(story);
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("statement");
        assertThat(once.rows()).isEqualTo(10);

        fold.fold(story.events());
        assertThat(fold.fingerprint("statement")).isEqualTo(once);

        fold.empty("statement");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("statement")).isEqualTo(once);
    }
}
