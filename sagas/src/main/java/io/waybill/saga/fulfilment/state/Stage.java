package io.waybill.saga.fulfilment.state;

/** How far a fulfilment has come. */
public enum Stage {
    /** Warehouses are asked for what the order wants and is not held. */
    FILLING,
    /** All is held; payments are asked for. */
    PAYING,
    /** All is held and paid for; the order is told so. */
    CONFIRMING,
    /** The order cannot be as it is, and is asked to be another. */
    AMENDING,
    /** Shipments are packed, leave, arrive and get lost. */
    SHIPPING,
    /** Every shipment has arrived or is given up; the order is told so. */
    FINISHING,
    /** The order is delivered and may be returned. */
    DELIVERED,
    /** Nothing can be returned any more; the order is told so. */
    CLOSING,
    /** The order cannot be filled or paid; what was done for it is undone. */
    UNDOING,
    /** All is undone; the order is told that it is rejected. */
    REJECTING,
    /** The order was cancelled; what was done for it is undone. */
    CANCELLED,
    /** The order is at its end; what still has to be captured, voided or refunded is. */
    CLOSED;

    /** Whether all that is held and authorized is to be given back. */
    boolean undoes() {
        return this == UNDOING || this == REJECTING || this == CANCELLED;
    }

    /** Whether what the order wants is held and paid for, so that nothing beyond it is needed. */
    boolean isCommitted() {
        return switch (this) {
            case CONFIRMING, SHIPPING, FINISHING, DELIVERED, CLOSING, CLOSED -> true;
            case FILLING, PAYING, AMENDING, UNDOING, REJECTING, CANCELLED -> false;
        };
    }

    /** Whether the order itself has come to its end. */
    boolean isLast() {
        return this == CANCELLED || this == CLOSED;
    }
}
