package io.waybill.contract.order;

import io.waybill.contract.payment.RefundId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** Money goes back by these payments; {@code uncovered} is what none of them could give. */
@Revision("1")
public record OrderRefundRequested(OrderId orderId, RefundId refund, List<RefundPart> parts, Money uncovered)
        implements OrderEvent {
    public OrderRefundRequested {
        parts = List.copyOf(parts);
    }
}
