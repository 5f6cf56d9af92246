package io.waybill.contract.order;

/** What can happen to an order. */
public sealed interface OrderEvent permits OrderPlaced, OrderConfirmed, OrderRejected {
    OrderId orderId();
}
