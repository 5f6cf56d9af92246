package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.joda.money.BigMoney;

/** Mugs and teas, in three warehouses. */
final class Goods {
    static final Sku MUG = Sku.of("MUG");
    static final Sku TEA = Sku.of("TEA");
    static final WarehouseId MAIN = WarehouseId.of("MAIN");
    static final WarehouseId SPARE = WarehouseId.of("SPARE");
    static final WarehouseId YARD = WarehouseId.of("YARD");

    private Goods() {}

    static OrderLine line(int number, Sku sku, int quantity, String price) {
        return new OrderLine(number, sku, sku.value(), quantity, BigMoney.parse("GBP " + price));
    }

    static LineGroup group(int number, Sku sku, int quantity, WarehouseId... sources) {
        return new LineGroup(number, sku, quantity, List.of(sources));
    }

    static Lot lot(int group, Sku sku, WarehouseId warehouse) {
        return Lot.unasked(group, sku, warehouse);
    }

    static ShipmentItem item(int group, Sku sku, int quantity) {
        return new ShipmentItem(group, sku, quantity);
    }
}
