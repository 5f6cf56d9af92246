package io.waybill.contract.order;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.payment.PaymentPart;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Place an order that has been checked: SKUs are known, prices are set, one currency, and the payments add up to the total. {@code orderedAt} is when the customer ordered, which for an imported order is long ago; {@code reference} is the merchant's own number; without {@code customerId} it is a guest's. */
public record PlaceOrder(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable CustomerId customerId,
        @Nullable String reference,
        ShippingAddress shipTo,
        List<OrderLine> lines,
        List<LineGroup> groups,
        List<PaymentPart> payments,
        ShortStock onShortStock,
        LostShipment onLoss,
        Instant orderedAt)
        implements OrderCommand {
    public PlaceOrder {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        payments = List.copyOf(payments);
    }
}
