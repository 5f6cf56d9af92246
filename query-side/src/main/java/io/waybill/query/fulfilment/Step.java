package io.waybill.query.fulfilment;

/** Where an order's fulfilment stands; {@link Progress} says what leads there. */
public enum Step {
    /** Warehouses are asked for what is needed. */
    RESERVING,
    /** Payments are to be authorized. */
    PAYING,
    /** Everything is there, and the order has to be told so. */
    CONFIRMING,
    /** What was done is being given back. */
    UNDOING,
    /** What is reserved is to be packed. */
    PREPARING,
    /** What is packed is to leave. */
    SHIPPING,
    /** What left is to arrive. */
    DELIVERING,
    /** What arrived may come back. */
    RETURN_WINDOW,
    /** Nothing more will happen. */
    ENDED
}
