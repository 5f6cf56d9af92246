package io.waybill.command.order;

import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentPart;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What was agreed with the customer, as of the last amendment.
 *
 * @param amendment the last one's number; 0 before the first
 * @param confirmed the amendment that was last known to be filled and paid; {@value #NEVER} before that
 * @param lastGroup the highest number that a group ever had
 * @param payments what covers the total, or more than that after an amendment that made it smaller
 */
record Terms(
        int amendment,
        int confirmed,
        List<OrderLine> lines,
        List<LineGroup> groups,
        int lastGroup,
        ShippingAddress shipTo,
        List<PaymentPart> payments) {
    static final int NEVER = -1;

    static Terms of(OrderPlaced placed) {
        return new Terms(
                0,
                NEVER,
                placed.lines(),
                placed.groups(),
                highest(0, placed.groups()),
                placed.shipTo(),
                placed.payments());
    }

    Terms after(OrderAmended amended) {
        return new Terms(
                amended.amendment(),
                confirmed,
                amended.lines(),
                amended.groups(),
                highest(lastGroup, amended.groups()),
                amended.shipTo(),
                amended.payments());
    }

    Terms confirm() {
        return new Terms(amendment, amendment, lines, groups, lastGroup, shipTo, payments);
    }

    boolean isConfirmed() {
        return confirmed == amendment;
    }

    CurrencyUnit currency() {
        return lines.getFirst().unitPrice().getCurrencyUnit();
    }

    /** The sum of lines that are each rounded to the penny. */
    static Money total(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    /** Card before wallet: who paid with money gets money back before store credit. */
    List<PaymentPart> paymentsInRefundOrder() {
        return payments.stream()
                .sorted(Comparator.comparing(part -> part.means().cardToken() == null))
                .toList();
    }

    private static int highest(int before, List<LineGroup> groups) {
        return Math.max(
                before, groups.stream().mapToInt(LineGroup::number).max().orElse(0));
    }
}
