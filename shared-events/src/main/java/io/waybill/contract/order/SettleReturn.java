package io.waybill.contract.order;

import io.waybill.contract.returns.ReturnId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What came back of a return, by line number; nothing where it was declined or never came. */
public record SettleReturn(@TargetAggregateIdentifier OrderId orderId, ReturnId returnId, Map<Integer, Integer> pieces)
        implements OrderCommand {
    public SettleReturn {
        pieces = Map.copyOf(pieces);
    }
}
