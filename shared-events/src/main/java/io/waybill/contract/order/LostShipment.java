package io.waybill.contract.order;

/** What becomes of the pieces of a lost shipment. */
public enum LostShipment {
    /** Their price is refunded. */
    REFUND,
    /** They are sent again; refunded, where there are none left. */
    RESHIP
}
