package io.waybill.contract.order;

import io.waybill.contract.payment.PaymentPart;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The order is another one from now on: all of its lines, groups and payments, whatever changed. Amendments are numbered from 1. */
@Revision("1")
public record OrderAmended(
        OrderId orderId,
        int amendment,
        AmendmentCause cause,
        ShippingAddress shipTo,
        List<OrderLine> lines,
        List<LineGroup> groups,
        Money total,
        List<PaymentPart> payments)
        implements OrderEvent {
    public OrderAmended {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        payments = List.copyOf(payments);
    }
}
