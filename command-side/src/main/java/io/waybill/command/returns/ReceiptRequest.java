package io.waybill.command.returns;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.returns.ReturnReceipt;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The body of {@code POST /api/v1/returns/{id}/receipt}.
 *
 * @param warehouse where the pieces arrived, and what can be sold is put back
 * @param receipts 1 to {@value #MAX_RECEIPTS}; a line may stand on several, in different conditions
 */
record ReceiptRequest(
        @NotNull WarehouseId warehouse,
        @NotNull @Size(min = 1, max = MAX_RECEIPTS) List<@NotNull @Valid Receipt> receipts) {
    static final int MAX_RECEIPTS = 2 * ReturnRequest.MAX_LINES;

    record Receipt(
            @NotNull @Min(1) @Max(ReturnRequest.MAX_LINES) Integer line,
            @NotNull @Min(1) @Max(OrderLine.MAX_QUANTITY) Integer quantity,
            @NotNull ReturnReceipt.Condition condition) {}

    List<ReturnReceipt> arrived() {
        return receipts.stream()
                .map(receipt -> new ReturnReceipt(receipt.line(), receipt.quantity(), receipt.condition()))
                .toList();
    }
}
