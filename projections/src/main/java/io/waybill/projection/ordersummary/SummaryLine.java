package io.waybill.projection.ordersummary;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderLine;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** A line as the column {@code lines} holds it: what was bought, and what it comes to. */
record SummaryLine(int number, Sku sku, String description, int quantity, BigMoney unitPrice, Money total) {
    static SummaryLine of(OrderLine line) {
        return new SummaryLine(
                line.number(), line.sku(), line.description(), line.quantity(), line.unitPrice(), line.total());
    }
}
