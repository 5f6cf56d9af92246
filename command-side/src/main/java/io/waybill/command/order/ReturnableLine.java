package io.waybill.command.order;

import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ReturnItem;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A line of a delivered order.
 *
 * @param delivered pieces that arrived
 * @param worth what is refunded when all of those have come back
 * @param claimed pieces that came back, or are to come back
 * @param value what is refunded for the claimed ones, or will be; never more than {@code worth}
 */
record ReturnableLine(OrderLine line, int delivered, Money worth, int claimed, Money value) {
    /** Worth what so many pieces cost. */
    static ReturnableLine delivered(OrderLine line, int delivered) {
        Money nothing = Money.zero(line.unitPrice().getCurrencyUnit());
        return new ReturnableLine(line, delivered, cost(line, delivered), 0, nothing);
    }

    /** With as much of the difference as there is room for, between nothing and what the whole line costs. */
    ReturnableLine worthAsMuchAs(Money difference) {
        Money most = delivered == 0 ? worth : line.total();
        Money wanted = worth.plus(difference);
        Money possible = wanted.isGreaterThan(most) ? most : wanted;
        return new ReturnableLine(
                line, delivered, possible.isNegative() ? possible.multipliedBy(0) : possible, claimed, value);
    }

    ReturnableLine worthMore(Money difference) {
        return new ReturnableLine(line, delivered, worth.plus(difference), claimed, value);
    }

    /** Pieces that can still be returned. */
    int left() {
        return delivered - claimed;
    }

    /**
     * So many of the pieces that are left. They are worth what all claimed pieces cost together with them, less what was
     * claimed before, and the last of them what is left: so the values of partial returns add up to what the line is worth
     * exactly, however the pieces are divided.
     */
    ReturnItem item(int pieces) {
        Money cost = cost(line, claimed + pieces);
        Money together = claimed + pieces == delivered || cost.isGreaterThan(worth) ? worth : cost;
        Money more = together.isGreaterThan(value) ? together.minus(value) : value.multipliedBy(0);
        return new ReturnItem(line.number(), line.sku(), pieces, more);
    }

    ReturnableLine plus(ReturnItem item) {
        return new ReturnableLine(line, delivered, worth, claimed + item.quantity(), value.plus(item.value()));
    }

    ReturnableLine minus(ReturnItem item) {
        return new ReturnableLine(line, delivered, worth, claimed - item.quantity(), value.minus(item.value()));
    }

    private static Money cost(OrderLine line, int pieces) {
        return line.unitPrice().multipliedBy(pieces).toMoney(RoundingMode.HALF_EVEN);
    }
}
