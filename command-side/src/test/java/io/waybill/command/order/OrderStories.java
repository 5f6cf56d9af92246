package io.waybill.command.order;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One order, at each point of its life: four mugs on two lines and two teas, paid by wallet and card. */
final class OrderStories {
    static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    static final CustomerId ADA = CustomerId.of("17850");
    static final ShippingAddress HOME = new ShippingAddress("Ada", null, null, null, "Norway");
    static final ShippingAddress WORK = new ShippingAddress("Ada", "Pier 4", "Bergen", null, "Norway");
    static final Instant THEN = Instant.parse("2011-01-05T10:15:00Z");
    static final Sku MUG = Sku.of("MUG");
    static final Sku TEA = Sku.of("TEA");
    static final WarehouseId MAIN = WarehouseId.of("MAIN");
    static final WarehouseId SPARE = WarehouseId.of("SPARE");
    static final PaymentPart WALLET = new PaymentPart(
            payment(2), PaymentMeans.wallet(WalletId.of("01900000-0000-7000-8000-00000000000a")), gbp("1.50"));
    static final PaymentPart CARD = new PaymentPart(payment(3), PaymentMeans.card("tok_approve"), gbp("4.00"));
    static final PaymentId SUPPLEMENT = payment(4);
    static final List<OrderLine> LINES = List.of(mugs(1, 3, "0.335"), mugs(2, 1, "2.00"), teas(3, 2));
    static final List<LineGroup> GROUPS =
            List.of(new LineGroup(1, MUG, 4, List.of(MAIN)), new LineGroup(2, TEA, 2, List.of(MAIN, SPARE)));
    static final ShipmentId FIRST = shipment(1);
    static final ShipmentId SECOND = shipment(2);
    static final List<ShipmentItem> MUGS = List.of(new ShipmentItem(1, MUG, 4));
    static final List<ShipmentItem> TEAS = List.of(new ShipmentItem(2, TEA, 2));
    static final Money MUGS_VALUE = gbp("3.00");
    static final Money TEAS_VALUE = gbp("2.50");

    private OrderStories() {}

    /** A fixture that also reaches the handlers which other aggregates share with the order. */
    static AggregateTestFixture<Order> fixture() {
        AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        fixture.registerAnnotatedCommandHandler(new OthersInTheTransaction(new Orders(fixture.getRepository())));
        return fixture;
    }

    static PlaceOrder place() {
        return new PlaceOrder(
                ORDER,
                ADA,
                "536365",
                HOME,
                LINES,
                GROUPS,
                List.of(WALLET, CARD),
                ShortStock.REJECT,
                LostShipment.REFUND,
                THEN);
    }

    static OrderPlaced placed() {
        return placed(List.of(WALLET, CARD));
    }

    static OrderPlaced placed(List<PaymentPart> payments) {
        return placed(ADA, payments);
    }

    static OrderPlaced placedByGuest() {
        return placed(null, List.of(WALLET, CARD));
    }

    private static OrderPlaced placed(@Nullable CustomerId by, List<PaymentPart> payments) {
        return new OrderPlaced(
                ORDER,
                by,
                "536365",
                HOME,
                LINES,
                GROUPS,
                gbp("5.50"),
                payments,
                ShortStock.REJECT,
                LostShipment.REFUND,
                THEN);
    }

    static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER);
    }

    /** The address was changed, nothing else. */
    static OrderAmended moved(int amendment) {
        return new OrderAmended(
                ORDER, amendment, AmendmentCause.CUSTOMER, WORK, LINES, GROUPS, gbp("5.50"), List.of(WALLET, CARD));
    }

    static OrderPartiallyShipped mugsLeft() {
        return new OrderPartiallyShipped(ORDER, FIRST, MUGS, MUGS_VALUE);
    }

    static OrderShipped teasLeft() {
        return new OrderShipped(ORDER, SECOND, TEAS, TEAS_VALUE);
    }

    static OrderDelivered delivered(ShipmentId... lost) {
        return new OrderDelivered(ORDER, List.of(lost));
    }

    static OrderLine mugs(int number, int quantity, String price) {
        return new OrderLine(number, MUG, "A mug", quantity, BigMoney.parse("GBP " + price));
    }

    static OrderLine teas(int number, int quantity) {
        return new OrderLine(number, TEA, "A tea", quantity, BigMoney.parse("GBP 1.25"));
    }

    static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }

    static ShipmentId shipment(int number) {
        return ShipmentId.of("00000000-0000-0000-0000-00000000000" + number);
    }

    private static PaymentId payment(int number) {
        return PaymentId.of("01900000-0000-7000-8000-00000000000" + number);
    }
}
