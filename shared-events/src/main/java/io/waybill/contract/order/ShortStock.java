package io.waybill.contract.order;

/** What becomes of an order that cannot be filled whole. */
public enum ShortStock {
    /** It is rejected. */
    REJECT,
    /** What is there is shipped, and the rest is amended away. */
    SHIP_AVAILABLE
}
