package io.waybill.contract.returns;

import io.waybill.contract.inventory.WarehouseId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** They arrived in this warehouse, all or some. */
public record ReceiveReturn(
        @TargetAggregateIdentifier ReturnId returnId, WarehouseId warehouse, List<ReturnReceipt> receipts)
        implements ReturnCommand {
    public ReceiveReturn {
        receipts = List.copyOf(receipts);
    }
}
