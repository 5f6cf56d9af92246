package io.waybill.contract.returns;

/** How a return ended. */
public enum ReturnOutcome {
    /** What came back was refunded. */
    REFUNDED,
    /** Nothing came back in time. */
    NOT_RECEIVED
}
