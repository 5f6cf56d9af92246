package io.waybill.command.order;

import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.joda.money.Money;

/**
 * What left in one shipment.
 *
 * @param value what the customer pays for it; those of all shipments add up to the order's total
 */
record Departure(List<ShipmentItem> items, Money value) {
    Departure {
        items = List.copyOf(items);
    }
}
