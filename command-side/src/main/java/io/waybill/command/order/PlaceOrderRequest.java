package io.waybill.command.order;

import io.waybill.command.edge.UnitPrice;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.wallet.WalletId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/orders}.
 *
 * @param customerId the merchant's number for the customer; without it the order is a guest's
 * @param reference the merchant's own number for the order
 * @param lines 1 to {@value #MAX_LINES}, one currency; the same SKU may stand on several
 * @param onShortStock what becomes of an order that cannot be filled whole; rejected, when it is missing
 * @param onLoss what becomes of pieces that were lost on their way; refunded, when it is missing
 * @param orderedAt when the customer ordered; now, when it is missing
 */
record PlaceOrderRequest(
        @Nullable CustomerId customerId,
        @Nullable @Size(min = 1, max = 64) String reference,
        @NotNull @Valid ShipTo shipTo,
        @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid Line> lines,
        @NotNull @Valid Means payment,
        @Nullable ShortStock onShortStock,
        @Nullable LostShipment onLoss,
        @Nullable Instant orderedAt) {
    static final int MAX_LINES = 1_000;

    record ShipTo(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 200) String street,
            @Nullable @Size(max = 100) String city,
            @Nullable @Size(max = 20) String postcode,
            @NotBlank @Size(max = 60) String country) {
        ShippingAddress address() {
            return new ShippingAddress(name, street, city, postcode, country);
        }
    }

    /** @param unitPrice the product's price, when it is missing */
    record Line(
            @NotNull Sku sku,
            @NotNull @Min(1) @Max(OrderLine.MAX_QUANTITY) Integer quantity,
            @Nullable @UnitPrice BigMoney unitPrice) {}

    /**
     * What the order is paid with: one of card and wallet, or both.
     *
     * @param cardToken what the payment provider gave for the card
     * @param walletAmount where both pay, what the wallet pays: positive, less than the total
     */
    record Means(
            @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String cardToken,

            @Nullable WalletId walletId,
            @Nullable Money walletAmount) {}
}
