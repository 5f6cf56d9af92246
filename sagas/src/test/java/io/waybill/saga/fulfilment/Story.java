package io.waybill.saga.fulfilment;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.wallet.WalletId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** An order of two mugs and five teas, and what happens to it. */
final class Story {
    static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    static final PaymentId CARD = PaymentId.of("01900000-0000-7000-8000-000000000002");
    static final PaymentId WALLET = PaymentId.of("01900000-0000-7000-8000-000000000003");
    static final PaymentId SUPPLEMENT = PaymentId.of("01900000-0000-7000-8000-000000000004");
    static final PaymentMeans BY_CARD = PaymentMeans.card("tok_approve");
    static final PaymentMeans BY_WALLET = PaymentMeans.wallet(WalletId.of("01900000-0000-7000-8000-000000000009"));
    static final Sku MUG = Sku.of("MUG");
    static final Sku TEA_SKU = Sku.of("TEA");
    static final StockKey MUGS = StockKey.of("MUG@MAIN");
    static final StockKey SPARE_MUGS = StockKey.of("MUG@SPARE");
    static final StockKey TEA = StockKey.of("TEA@MAIN");
    static final ReservationId MUG_HELD = new ReservationId(ORDER, 1);
    static final ReservationId TEA_HELD = new ReservationId(ORDER, 2);
    static final Money TOTAL = Money.parse("GBP 14.00");
    static final ShippingAddress NORWAY = new ShippingAddress(null, null, null, null, "Norway");
    static final OrderLine MUG_LINE = new OrderLine(1, MUG, "A mug", 2, BigMoney.parse("GBP 4.50"));
    static final OrderLine TEA_LINE = new OrderLine(2, TEA_SKU, "Tea", 5, BigMoney.parse("GBP 1.00"));
    static final LineGroup MUG_GROUP = new LineGroup(1, MUG, 2, List.of(MUGS.warehouse(), SPARE_MUGS.warehouse()));
    static final LineGroup TEA_GROUP = new LineGroup(2, TEA_SKU, 5, List.of(TEA.warehouse()));
    static final PaymentPart WHOLE = new PaymentPart(CARD, BY_CARD, TOTAL);
    static final ShipmentId FROM_MAIN = shipment(0, "MAIN", 0);
    static final ShipmentId FROM_SPARE = shipment(0, "SPARE", 0);
    static final FulfilmentSettings SETTINGS = new FulfilmentSettings(
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(15),
            Duration.ofDays(3),
            Duration.ofDays(20),
            Duration.ofDays(30));

    private Story() {}

    static OrderPlaced placed() {
        return placed(List.of(WHOLE), ShortStock.REJECT, LostShipment.REFUND);
    }

    static OrderPlaced placed(List<PaymentPart> payments, ShortStock onShortStock, LostShipment onLoss) {
        return new OrderPlaced(
                ORDER,
                null,
                null,
                NORWAY,
                List.of(MUG_LINE, TEA_LINE),
                List.of(MUG_GROUP, TEA_GROUP),
                TOTAL,
                payments,
                onShortStock,
                onLoss,
                Instant.parse("2011-01-05T10:15:00Z"));
    }

    static OrderAmended amended(
            int number, AmendmentCause cause, List<OrderLine> lines, List<LineGroup> groups, List<PaymentPart> parts) {
        Money total = lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
        return new OrderAmended(ORDER, number, cause, NORWAY, lines, groups, total, parts);
    }

    static StockReserved mugsHeld() {
        return new StockReserved(MUGS, MUG_HELD, 2);
    }

    static StockReserved spareMugsHeld() {
        return new StockReserved(SPARE_MUGS, MUG_HELD, 2);
    }

    static StockReserved teaHeld() {
        return new StockReserved(TEA, TEA_HELD, 5);
    }

    static StockReservationRejected noMugs(int available) {
        return new StockReservationRejected(MUGS, MUG_HELD, 2, available);
    }

    static StockReservationRejected noSpareMugs(int available) {
        return new StockReservationRejected(SPARE_MUGS, MUG_HELD, 2, available);
    }

    static StockReservationRejected noTea(int available) {
        return new StockReservationRejected(TEA, TEA_HELD, 5, available);
    }

    static ReservationReleased released(StockKey stock, ReservationId reservation, int quantity) {
        return new ReservationReleased(stock, reservation, quantity);
    }

    static PaymentRequested requested() {
        return new PaymentRequested(CARD, ORDER, TOTAL, BY_CARD);
    }

    static PaymentAuthorized authorized() {
        return new PaymentAuthorized(CARD, ORDER, TOTAL, "auth_1");
    }

    static ShipmentPrepared prepared(ShipmentId id, WarehouseId warehouse, List<ShipmentItem> items, String value) {
        return new ShipmentPrepared(id, ORDER, 0, warehouse, items, Money.parse(value), NORWAY, null);
    }

    static ShipmentDispatched dispatched(ShipmentId id) {
        return new ShipmentDispatched(id, ORDER, "Post", "T1");
    }

    static ReservationShipped shipped(StockKey stock, ReservationId reservation, ShipmentId shipment, int quantity) {
        return new ReservationShipped(stock, reservation, shipment, quantity);
    }

    static ShipmentId shipment(int amendment, String warehouse, int attempt) {
        String name = ORDER + "/" + amendment + "/" + warehouse + "/" + attempt;
        return new ShipmentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
