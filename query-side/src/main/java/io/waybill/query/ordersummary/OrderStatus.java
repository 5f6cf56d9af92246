package io.waybill.query.ordersummary;

/** How far an order is. */
enum OrderStatus {
    PLACED,
    CONFIRMED,
    REJECTED
}
