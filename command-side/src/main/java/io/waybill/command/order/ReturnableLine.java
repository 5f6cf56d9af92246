package io.waybill.command.order;

import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ReturnItem;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A line of a delivered order.
 *
 * @param delivered pieces that arrived
 * @param claimed pieces that came back, or are to come back
 * @param value what is refunded for the claimed ones, or will be
 */
record ReturnableLine(OrderLine line, int delivered, int claimed, Money value) {
    static ReturnableLine delivered(OrderLine line, int delivered) {
        return new ReturnableLine(
                line, delivered, 0, Money.zero(line.unitPrice().getCurrencyUnit()));
    }

    /** Pieces that can still be returned. */
    int left() {
        return delivered - claimed;
    }

    /**
     * So many of the pieces that are left. They are worth what all claimed pieces are worth together with them, less what was
     * claimed before: so the values of partial returns add up to the line's total exactly, however the pieces are divided.
     */
    ReturnItem item(int pieces) {
        Money together = line.unitPrice().multipliedBy(claimed + pieces).toMoney(RoundingMode.HALF_EVEN);
        Money more = together.isGreaterThan(value) ? together.minus(value) : Money.zero(value.getCurrencyUnit());
        return new ReturnItem(line.number(), line.sku(), pieces, more);
    }

    ReturnableLine plus(ReturnItem item) {
        return new ReturnableLine(line, delivered, claimed + item.quantity(), value.plus(item.value()));
    }

    ReturnableLine minus(ReturnItem item) {
        return new ReturnableLine(line, delivered, claimed - item.quantity(), value.minus(item.value()));
    }
}
