package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.wallet.WalletId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Pieces are to come back. */
@Revision("1")
public record ReturnRequested(
        ReturnId returnId,
        OrderId orderId,
        List<ReturnItem> items,
        String reason,
        @Nullable WalletId fallback) implements ReturnEvent {
    public ReturnRequested {
        items = List.copyOf(items);
    }
}
