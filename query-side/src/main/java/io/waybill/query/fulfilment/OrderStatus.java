package io.waybill.query.fulfilment;

/** How far an order is. */
public enum OrderStatus {
    PLACED,
    CONFIRMED,
    REJECTED,
    CANCELLED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CLOSED
}
