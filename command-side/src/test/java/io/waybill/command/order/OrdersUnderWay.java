package io.waybill.command.order;

import io.waybill.command.RunningCommandSide;
import io.waybill.command.SagaCommands;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.shipment.DispatchShipment;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * Brings orders of two pieces of one product to where a test needs them, by the commands of their saga, and their one
 * shipment with them.
 */
public record OrdersUnderWay(SagaCommands saga, Sku sku) {
    private static final ShippingAddress HOME = new ShippingAddress("Ada", null, null, null, "Norway");
    private static final WarehouseId MAIN = WarehouseId.of("MAIN");

    public static OrdersUnderWay of(RunningCommandSide service, String sku) {
        return new OrdersUnderWay(SagaCommands.of(service), Sku.of(sku));
    }

    public UUID placed(UUID id) {
        OrderLine line = new OrderLine(1, sku, "A thing", 2, BigMoney.parse("GBP 2.50"));
        PaymentPart card =
                new PaymentPart(new PaymentId(id), PaymentMeans.card("tok_approve"), Money.parse("GBP 5.00"));
        return take(
                "place",
                id,
                new PlaceOrder(
                        new OrderId(id),
                        null,
                        null,
                        HOME,
                        List.of(line),
                        List.of(new LineGroup(1, sku, 2, List.of(MAIN))),
                        List.of(card),
                        ShortStock.REJECT,
                        LostShipment.REFUND,
                        Instant.EPOCH));
    }

    /** Confirmed, and its shipment packed, without a carrier. */
    public UUID packed(UUID id) {
        placed(id);
        take("confirm", id, new ConfirmOrder(new OrderId(id), 0));
        return take(
                "pack",
                id,
                new PrepareShipment(
                        shipment(id),
                        new OrderId(id),
                        0,
                        MAIN,
                        List.of(new ShipmentItem(1, sku, 2)),
                        Money.parse("GBP 5.00"),
                        HOME,
                        null));
    }

    public UUID shipped(UUID id) {
        packed(id);
        return take("dispatch", id, new DispatchShipment(shipment(id), "SNAIL", "1"));
    }

    public UUID delivered(UUID id) {
        shipped(id);
        return take("arrive", id, new RecordDelivery(new OrderId(id), List.of()));
    }

    /** The order's one shipment. */
    public static ShipmentId shipment(UUID order) {
        return new ShipmentId(new UUID(order.getMostSignificantBits(), ~order.getLeastSignificantBits()));
    }

    private UUID take(String step, UUID id, Object command) {
        saga.take(step + "/" + id, command);
        return id;
    }
}
