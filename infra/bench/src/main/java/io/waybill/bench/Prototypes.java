package io.waybill.bench;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.projection.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * Orders that are told to the real writers event by event, to be copied many times from the rows that these have written.
 * All ids that are an order's own begin with {@value #MARK}, so that another beginning makes them those of another order.
 */
final class Prototypes {
    /** Two thirds of them come to the end of their lives, the others stop somewhere. */
    static final int COUNT = 200;

    /** The milliseconds of a UUIDv7, which no copy has. */
    static final String MARK = "012c0000-0000";

    static final Instant FIRST_ORDERED = Instant.parse("2010-12-01T08:26:00Z");

    private static final int ORDER = 0x7000;
    private static final int PAYMENT = 0x7001;
    private static final int SHIPMENT = 0x7002;
    private static final WarehouseId MAIN = WarehouseId.of("MAIN");
    private static final List<Stage> STAGES = List.of(Stage.values());

    private final Shop shop;
    private final Story story = new Story();

    private Prototypes(Shop shop) {
        this.shop = shop;
    }

    /** How far an order has come. */
    private enum Stage {
        PLACED,
        CONFIRMED,
        SHIPPED,
        DELIVERED,
        CLOSED
    }

    static Story story(Shop shop) {
        Prototypes prototypes = new Prototypes(shop);
        for (int number = 0; number < COUNT; number++) {
            // The first is a whole one, whatever the dice say.
            boolean whole = number == 0 || shop.below(3) > 0;
            prototypes.tell(number, whole ? Stage.CLOSED : shop.one(STAGES));
        }
        return prototypes.story;
    }

    static UUID orderId(int number) {
        return id(ORDER, number);
    }

    private static UUID id(int kind, int number) {
        long milliseconds = Long.parseLong(MARK.replace("-", ""), 16);
        return new UUID(milliseconds << 16 | kind, Long.MIN_VALUE | number);
    }

    private void tell(int number, Stage stage) {
        OrderPlaced order = order(number);
        story.order(order);
        if (stage.compareTo(Stage.CONFIRMED) >= 0) {
            confirm(order);
        }
        if (stage.compareTo(Stage.SHIPPED) >= 0) {
            ship(order, number);
        }
        if (stage.compareTo(Stage.DELIVERED) >= 0) {
            story.shipment(new ShipmentDelivered(new ShipmentId(id(SHIPMENT, number)), order.orderId()))
                    .order(new OrderDelivered(order.orderId(), List.of()));
        }
        if (stage == Stage.CLOSED) {
            story.order(new OrderClosed(order.orderId(), ClosingReason.RETURN_WINDOW_OVER));
        }
    }

    private OrderPlaced order(int number) {
        List<OrderLine> lines = new ArrayList<>();
        for (int product : shop.basket()) {
            BigMoney price = BigMoney.parse("GBP " + shop.price());
            Sku sku = Sku.of(Shop.sku(product));
            lines.add(new OrderLine(lines.size() + 1, sku, shop.description(product), shop.pieces(), price));
        }
        Money total = Money.total(lines.stream().map(OrderLine::total).toList());
        int customer = shop.customer();
        return new OrderPlaced(
                new OrderId(orderId(number)),
                number == 0 || shop.below(7) > 0 ? CustomerId.of(Shop.customerId(customer)) : null,
                String.valueOf(number),
                new ShippingAddress(
                        shop.customerName(customer), "12 St James's Square", "London", "SW1Y 4LB", shop.country()),
                lines,
                lines.stream()
                        .map(line -> new LineGroup(line.number(), line.sku(), line.quantity(), List.of(MAIN)))
                        .toList(),
                total,
                List.of(new PaymentPart(new PaymentId(id(PAYMENT, number)), PaymentMeans.card("tok_ok"), total)),
                ShortStock.REJECT,
                LostShipment.REFUND,
                FIRST_ORDERED);
    }

    private void confirm(OrderPlaced order) {
        order.groups()
                .forEach(group -> story.reserved(
                        new StockKey(group.sku(), MAIN).toString(), order.orderId(), group.number(), group.quantity()));
        PaymentPart payment = order.payments().getFirst();
        story.payment(new PaymentRequested(payment.paymentId(), order.orderId(), payment.amount(), payment.means()))
                .payment(new PaymentAuthorized(payment.paymentId(), order.orderId(), payment.amount(), "auth-1"))
                .confirmed(order.orderId());
    }

    private void ship(OrderPlaced order, int number) {
        OrderId id = order.orderId();
        ShipmentId shipment = new ShipmentId(id(SHIPMENT, number));
        String tracking = Shop.trackingNumber(number);
        PaymentPart payment = order.payments().getFirst();
        CaptureId capture = new CaptureId(shipment.value());
        List<ShipmentItem> items = order.groups().stream()
                .map(group -> new ShipmentItem(group.number(), group.sku(), group.quantity()))
                .toList();
        story.shipment(new ShipmentPrepared(shipment, id, 0, MAIN, items, order.total(), order.shipTo(), null))
                .shipment(new ShipmentBooked(shipment, id, "DHL", tracking))
                .shipment(new ShipmentDispatched(shipment, id, "DHL", tracking))
                .order(new OrderShipped(id, shipment, items, order.total()));
        items.forEach(item -> story.stock(new ReservationShipped(
                new StockKey(item.sku(), MAIN), new ReservationId(id, item.group()), shipment, item.quantity())));
        story.payment(new CaptureRequested(payment.paymentId(), id, capture, order.total(), payment.means()))
                .payment(new PaymentCaptured(payment.paymentId(), id, capture, order.total()));
    }
}
