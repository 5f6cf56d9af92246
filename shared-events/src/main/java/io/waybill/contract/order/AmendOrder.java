package io.waybill.contract.order;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.payment.PaymentId;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Have other lines, or another address; what is missing stays. Line numbers may change.
 *
 * @param lines all lines from now on
 * @param sources for each SKU of the lines the warehouses that have ever held it, first choice first
 * @param supplement names the payment of what the order costs more than its payments cover, if it does
 * @param basis the amendment that this one is made for, which must still be the last; null for whatever it is
 * @param dropped payments that will never cover anything and no longer count
 * */
public record AmendOrder(
        @TargetAggregateIdentifier OrderId orderId,
        AmendmentCause cause,
        @Nullable List<OrderLine> lines,
        @Nullable ShippingAddress shipTo,
        Map<Sku, List<WarehouseId>> sources,
        PaymentId supplement,
        @Nullable Integer basis,
        List<PaymentId> dropped)
        implements OrderCommand {
    public AmendOrder {
        lines = lines == null ? null : List.copyOf(lines);
        dropped = List.copyOf(dropped);
        sources = Map.copyOf(sources);
    }
}
