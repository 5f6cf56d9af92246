package io.waybill.contract.order;

/** Why an order was closed. */
public enum ClosingReason {
    /** Somebody closed it. */
    REQUESTED,
    /** Nothing of it can be returned any more. */
    RETURN_WINDOW_OVER,
    /** Every shipment was lost, and all of it refunded. */
    ALL_LOST
}
