package io.waybill.projection.fulfilment;

import org.jspecify.annotations.Nullable;

/**
 * What one aggregate has to do with one order: a fold of those of the aggregate's events that are about the order, and of
 * nothing else. So what is stored does not depend on how the events of several aggregates are mixed.
 */
sealed interface Part permits OrderPart, StockPart, PaymentPart, ShipmentPart, ReturnPart {
    /** Which kind of aggregate, as histories name it too. */
    enum Kind {
        ORDER("order", OrderPart.class),
        STOCK("stock", StockPart.class),
        PAYMENT("payment", PaymentPart.class),
        SHIPMENT("shipment", ShipmentPart.class),
        RETURN("return", ReturnPart.class);

        private final String slug;
        private final Class<? extends Part> type;

        Kind(String slug, Class<? extends Part> type) {
            this.slug = slug;
            this.type = type;
        }

        String slug() {
            return slug;
        }

        Class<? extends Part> type() {
            return type;
        }
    }

    /** One event more; null in and out stands for a part that has not begun. */
    @FunctionalInterface
    interface Step {
        @Nullable
        Part after(@Nullable Part before);
    }
}
