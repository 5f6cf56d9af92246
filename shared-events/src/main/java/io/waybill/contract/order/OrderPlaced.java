package io.waybill.contract.order;

import io.waybill.contract.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order was accepted, and now has to be filled and paid. {@code paymentId} names the payment that will be asked for. */
@Revision("1")
public record OrderPlaced(
        OrderId orderId,
        PaymentId paymentId,
        @Nullable CustomerId customerId,
        @Nullable String reference,
        ShippingAddress shipTo,
        List<OrderLine> lines,
        List<LineGroup> groups,
        Money total,
        String cardToken,
        Instant orderedAt)
        implements OrderEvent {
    public OrderPlaced {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
    }
}
