package io.waybill.query.audit;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.WalletId;
import io.waybill.web.ApiProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** What has a history, and how its ids are written. */
enum EntityType {
    ORDER,
    STOCK,
    PAYMENT,
    PRODUCT,
    SHIPMENT,
    RETURN,
    WALLET,
    TRANSFER,
    CUSTOMER;

    private static final String OF_CUSTOMER = "customer:";

    /** @throws ApiProblem (404, UNKNOWN_ENTITY_TYPE) if there is none of this name */
    static EntityType of(String name) {
        try {
            return known(name);
        } catch (IllegalArgumentException unknown) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "UNKNOWN_ENTITY_TYPE", "There is the history of " + slugs() + ".");
        }
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static EntityType known(String name) {
        return Arrays.stream(values())
                .filter(type -> type.slug().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + slugs()));
    }

    private static String slugs() {
        return Arrays.stream(values()).map(EntityType::slug).collect(Collectors.joining(", "));
    }

    /** As it stands in addresses and in the view. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The id as events carry it: a SKU in upper case, for example.
     *
     * @throws IllegalArgumentException if the text is no id of this type
     */
    String idOf(String text) {
        Object id = switch (this) {
            case ORDER -> OrderId.of(text);
            case STOCK -> StockKey.of(text);
            case PAYMENT -> PaymentId.of(text);
            case PRODUCT -> Sku.of(text);
            case SHIPMENT -> ShipmentId.of(text);
            case RETURN -> ReturnId.of(text);
            case WALLET -> WalletId.of(text);
            case TRANSFER -> TransferId.of(text);
            case CUSTOMER -> DataSubject.of(CustomerId.of(text));
        };
        return id.toString();
    }

    /** The id as it stands in addresses, of one that events carry. */
    static String shown(String slug, String id) {
        return slug.equals(CUSTOMER.slug()) && id.startsWith(OF_CUSTOMER) ? id.substring(OF_CUSTOMER.length()) : id;
    }
}
