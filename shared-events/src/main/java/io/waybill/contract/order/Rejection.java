package io.waybill.contract.order;

import io.waybill.contract.inventory.Sku;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an order was rejected.
 *
 * @param sku what was short, where that is the reason
 * @param detail for a person
 */
public record Rejection(Reason reason, @Nullable Sku sku, String detail) {
    /** The closed list of reasons. */
    public enum Reason {
        /** No warehouse had enough of a SKU. */
        SHORT_STOCK,
        /** The payment provider said no. */
        PAYMENT_DECLINED,
        /** The payment provider did not answer in time. */
        PAYMENT_NOT_ANSWERED
    }
}
