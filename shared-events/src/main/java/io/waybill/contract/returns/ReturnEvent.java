package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;

/** What can happen to a return. */
public sealed interface ReturnEvent
        permits ReturnRequested, ReturnApproved, ReturnDeclined, ReturnReceived, ReturnRefundRetried, ReturnClosed {
    ReturnId returnId();

    OrderId orderId();
}
