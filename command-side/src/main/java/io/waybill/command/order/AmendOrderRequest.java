package io.waybill.command.order;

import io.waybill.command.order.PlaceOrderRequest.Line;
import io.waybill.command.order.PlaceOrderRequest.ShipTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /api/v1/orders/{id}}: what is missing stays, and one of the two must be there.
 *
 * @param lines all lines from now on, 1 to {@value PlaceOrderRequest#MAX_LINES}; without a price of its own, a line has the
 *     price that was agreed for its SKU, or for a new SKU the product's
 * @param shipTo the whole address
 */
record AmendOrderRequest(
        @Nullable @Size(min = 1, max = PlaceOrderRequest.MAX_LINES)
        List<@NotNull @Valid Line> lines,

        @Nullable @Valid ShipTo shipTo) {}
