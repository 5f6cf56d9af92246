package io.waybill.command.order;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final ShippingAddress HOME = new ShippingAddress("Ada", null, null, null, "Norway");
    private static final Instant THEN = Instant.parse("2011-01-05T10:15:00Z");
    private static final Sku MUG = Sku.of("MUG");
    private static final List<OrderLine> LINES = List.of(
            new OrderLine(1, MUG, "A mug", 3, BigMoney.parse("GBP 0.335")),
            new OrderLine(2, MUG, "A mug", 1, BigMoney.parse("GBP 2.00")));
    private static final List<LineGroup> GROUPS = List.of(new LineGroup(1, MUG, 4, List.of(WarehouseId.of("MAIN"))));
    private static final List<Rejection> SHORT = List.of(new Rejection(Rejection.Reason.SHORT_STOCK, MUG, "no mugs"));

    private final AggregateTestFixture<Order> order = new AggregateTestFixture<>(Order.class);

    @Test
    void placing_adds_up_lines_that_are_each_rounded_half_even_to_the_penny() {
        order.givenNoPriorActivity()
                .when(new PlaceOrder(ORDER, PAYMENT, null, "536365", HOME, LINES, GROUPS, "tok_approve", THEN))
                // 3 × 0.335 = 1.005, which is 1.00: half goes to the even neighbour
                .expectEvents(placed(Money.parse("GBP 3.00")));
    }

    @Test
    void a_placed_order_is_confirmed() {
        order.given(placed()).when(new ConfirmOrder(ORDER)).expectEvents(new OrderConfirmed(ORDER));
    }

    @Test
    void a_placed_order_is_rejected_with_its_reasons() {
        order.given(placed()).when(new RejectOrder(ORDER, SHORT)).expectEvents(new OrderRejected(ORDER, SHORT));
    }

    @Test
    void confirming_again_changes_nothing() {
        order.given(placed(), new OrderConfirmed(ORDER))
                .when(new ConfirmOrder(ORDER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void rejecting_again_changes_nothing() {
        order.given(placed(), new OrderRejected(ORDER, SHORT))
                .when(new RejectOrder(ORDER, SHORT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_rejected_order_cannot_be_confirmed() {
        order.given(placed(), new OrderRejected(ORDER, SHORT))
                .when(new ConfirmOrder(ORDER))
                .expectNoEvents()
                .expectException(OrderRefused.class)
                .expectExceptionMessage("order " + ORDER + " is REJECTED");
    }

    @Test
    void a_confirmed_order_cannot_be_rejected() {
        order.given(placed(), new OrderConfirmed(ORDER))
                .when(new RejectOrder(ORDER, SHORT))
                .expectNoEvents()
                .expectException(OrderRefused.class)
                .expectExceptionMessage("order " + ORDER + " is CONFIRMED");
    }

    private static OrderPlaced placed() {
        return placed(Money.parse("GBP 3.00"));
    }

    private static OrderPlaced placed(Money total) {
        return new OrderPlaced(ORDER, PAYMENT, null, "536365", HOME, LINES, GROUPS, total, "tok_approve", THEN);
    }
}
