package io.waybill.command.returns;

import io.waybill.contract.order.OrderLine;
import io.waybill.contract.wallet.WalletId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/orders/{id}/returns}.
 *
 * @param lines 1 to {@value #MAX_LINES} of the order's; the pieces of a line that stands on several are added up
 * @param reason why, in the customer's words
 * @param fallbackWallet takes the refund where the means that the order was paid with cannot
 */
record ReturnRequest(
        @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid Line> lines,
        @NotBlank @Size(max = MAX_REASON) String reason,
        @Nullable WalletId fallbackWallet) {
    static final int MAX_LINES = 1_000;
    static final int MAX_REASON = 500;

    /** @param line the order's number for it */
    record Line(
            @NotNull @Min(1) @Max(MAX_LINES) Integer line,
            @NotNull @Min(1) @Max(OrderLine.MAX_QUANTITY) Integer quantity) {}

    Map<Integer, Integer> pieces() {
        return lines.stream().collect(Collectors.toMap(Line::line, Line::quantity, Integer::sum));
    }
}
