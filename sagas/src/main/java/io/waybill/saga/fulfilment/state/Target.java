package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentPart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What the order wants, as of its last amendment.
 *
 * @param amendment 0 before the first
 */
record Target(
        int amendment,
        ShippingAddress shipTo,
        List<OrderLine> lines,
        List<LineGroup> groups,
        Money total,
        List<PaymentPart> payments) {
    static Target of(OrderPlaced event) {
        return new Target(0, event.shipTo(), event.lines(), event.groups(), event.total(), event.payments());
    }

    static Target of(OrderAmended event) {
        return new Target(
                event.amendment(), event.shipTo(), event.lines(), event.groups(), event.total(), event.payments());
    }

    /** How many pieces of each SKU are wanted, in the order of the groups' SKUs. */
    Map<Sku, Integer> pieces() {
        Map<Sku, Integer> pieces = new TreeMap<>(Lot.BY_SKU);
        groups.forEach(group -> pieces.merge(group.sku(), group.quantity(), Integer::sum));
        return pieces;
    }

    /** Whether an amendment from one to the other would change nothing. */
    boolean isLike(Target other) {
        return lines.equals(other.lines) && shipTo.equals(other.shipTo) && payments.equals(other.payments);
    }

    boolean isPaidBy(PaymentId payment) {
        return payments.stream().anyMatch(part -> part.paymentId().equals(payment));
    }
}
