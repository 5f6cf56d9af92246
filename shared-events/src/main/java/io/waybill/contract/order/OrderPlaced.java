package io.waybill.contract.order;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.payment.PaymentPart;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order was accepted, and now has to be filled and paid, by these payments. */
@Revision("2")
public record OrderPlaced(
        OrderId orderId,
        @Nullable CustomerId customerId,
        @Nullable String reference,
        ShippingAddress shipTo,
        List<OrderLine> lines,
        List<LineGroup> groups,
        Money total,
        List<PaymentPart> payments,
        ShortStock onShortStock,
        LostShipment onLoss,
        Instant orderedAt)
        implements OrderEvent {
    public OrderPlaced {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        payments = List.copyOf(payments);
    }
}
