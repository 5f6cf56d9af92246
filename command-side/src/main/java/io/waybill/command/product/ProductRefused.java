package io.waybill.command.product;

import io.waybill.command.Refused;
import io.waybill.contract.inventory.Sku;

/** A product refused a command. */
final class ProductRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** It was taken out of the catalogue, and stays as it was. */
        DISCONTINUED("is discontinued"),
        /** It is sold in another currency. */
        OTHER_CURRENCY("has its price in another currency");

        private final String why;

        Reason(String why) {
            this.why = why;
        }
    }

    private final Reason reason;

    ProductRefused(Reason reason, Sku sku) {
        super("product " + sku + " " + reason.why);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
