package io.waybill.contract.order;

/** What can happen to an order. */
public sealed interface OrderEvent
        permits OrderPlaced,
                OrderConfirmed,
                OrderRejected,
                OrderAmended,
                OrderCancelled,
                OrderPartiallyShipped,
                OrderShipped,
                OrderDelivered,
                OrderClosed,
                OrderReturnOpened,
                OrderReturnSettled,
                OrderRefundRequested,
                OrderPersonalDataErased {
    OrderId orderId();
}
