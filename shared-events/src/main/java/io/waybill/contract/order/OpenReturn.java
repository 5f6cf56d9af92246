package io.waybill.contract.order;

import io.waybill.contract.returns.ReturnId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Pieces of these lines are to come back. {@code pieces} by line number. */
public record OpenReturn(@TargetAggregateIdentifier OrderId orderId, ReturnId returnId, Map<Integer, Integer> pieces)
        implements OrderCommand {
    public OpenReturn {
        pieces = Map.copyOf(pieces);
    }
}
