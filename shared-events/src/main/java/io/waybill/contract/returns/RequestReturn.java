package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.wallet.WalletId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Have pieces come back. The order is asked whether they may, and says what they are worth.
 *
 * @param pieces by line number
 * @param reason for a person
 * @param fallback takes the refund where the original means cannot
 */
public record RequestReturn(
        @TargetAggregateIdentifier ReturnId returnId,
        OrderId orderId,
        Map<Integer, Integer> pieces,
        String reason,
        @Nullable WalletId fallback)
        implements ReturnCommand {
    public RequestReturn {
        pieces = Map.copyOf(pieces);
    }
}
