package io.waybill.projection.golden;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** The parcels of an order, one from each warehouse; some are withdrawn and packed again, some get lost. */
final class Parcels {
    private final Shop shop;
    private final Life life;
    private final OrderPlaced order;
    private final List<OrderLine> lines;
    private final int amendment;
    private final Goods goods;
    private final Paying paying;
    private final List<ShipmentId> lost = new ArrayList<>();
    private int packed;

    Parcels(Shop shop, Life life, OrderPlaced order, List<OrderLine> lines, int amendment, Goods goods, Paying paying) {
        this.shop = shop;
        this.life = life;
        this.order = order;
        this.lines = lines;
        this.amendment = amendment;
        this.goods = goods;
        this.paying = paying;
    }

    /** Plans them all. */
    void told() {
        List<ShipmentPrepared> parcels = Shop.WAREHOUSES.stream()
                .map(warehouse -> parcel(warehouse, goods.in(warehouse, Cart.groups(lines)), null))
                .filter(parcel -> !parcel.items().isEmpty())
                .toList();
        packed = parcels.size();
        parcels.forEach(parcel -> {
            if (shop.roll(6) == 0) {
                ShipmentPrepared first = parcel(parcel.warehouse(), parcel.items(), null);
                life.then(() -> shop.story.shipment(first));
                life.then(() -> shop.story.shipment(new ShipmentWithdrawn(first.shipmentId(), order.orderId())));
            }
            life.then(() -> shop.story.shipment(parcel));
            sent(parcel);
            life.then(() -> left(parcel, parcel.equals(parcels.getLast())));
        });
        parcels.forEach(this::arrived);
        life.then(() -> shop.story.order(new OrderDelivered(order.orderId(), List.copyOf(lost))));
    }

    boolean isAnyThere() {
        return lost.size() < packed;
    }

    private void sent(ShipmentPrepared parcel) {
        String number = "SN " + shop.roll(1_000_000);
        life.then(() -> shop.story.shipment(new ShipmentBooked(parcel.shipmentId(), order.orderId(), "SNAIL", number)));
        life.then(() ->
                shop.story.shipment(new ShipmentDispatched(parcel.shipmentId(), order.orderId(), "SNAIL", number)));
    }

    private void left(ShipmentPrepared parcel, boolean isLast) {
        goods.shipped(parcel.shipmentId(), parcel.warehouse(), parcel.items());
        paying.captured(new CaptureId(parcel.shipmentId().value()), parcel.value());
        shop.story.order(
                isLast
                        ? new OrderShipped(order.orderId(), parcel.shipmentId(), parcel.items(), parcel.value())
                        : new OrderPartiallyShipped(
                                order.orderId(), parcel.shipmentId(), parcel.items(), parcel.value()));
    }

    private void arrived(ShipmentPrepared parcel) {
        if (shop.roll(7) > 0) {
            life.then(() -> shop.story.shipment(new ShipmentDelivered(parcel.shipmentId(), order.orderId())));
            return;
        }
        lost.add(parcel.shipmentId());
        life.then(() -> shop.story.shipment(
                new ShipmentLost(parcel.shipmentId(), order.orderId(), shop.roll(2) == 0 ? null : "lost at sea")));
        if (order.onLoss() == LostShipment.RESHIP) {
            ShipmentPrepared again = parcel(parcel.warehouse(), parcel.items(), parcel.shipmentId());
            life.then(() -> shop.story.shipment(again));
            sent(again);
            life.then(() -> shop.story.shipment(new ShipmentDelivered(again.shipmentId(), order.orderId())));
        } else {
            life.then(() -> refunded(new RefundId(parcel.shipmentId().value()), parcel.value()));
        }
    }

    private void refunded(RefundId refund, Money value) {
        List<RefundPart> shares = paying.shares(value);
        shop.story.order(
                new OrderRefundRequested(order.orderId(), refund, shares, Money.zero(value.getCurrencyUnit())));
        paying.refunded(refund, shares, false);
    }

    private ShipmentPrepared parcel(WarehouseId warehouse, List<ShipmentItem> items, ShipmentId replaces) {
        Money value = items.stream()
                .map(item -> lines.get(item.group() - 1).total())
                .reduce(Money.zero(order.total().getCurrencyUnit()), Money::plus);
        return new ShipmentPrepared(
                new ShipmentId(shop.id()),
                order.orderId(),
                amendment,
                warehouse,
                items,
                value,
                order.shipTo(),
                replaces);
    }
}
