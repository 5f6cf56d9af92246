package io.waybill.contract.order;

/** Why an order was amended. */
public enum AmendmentCause {
    /** Somebody asked for it. */
    CUSTOMER,
    /** Some pieces could not be had, and the order allows to go without them. */
    SHORT_STOCK,
    /** An amendment could not be filled or paid, so the order is as before it. */
    UNDONE
}
