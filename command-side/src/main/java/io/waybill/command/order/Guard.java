package io.waybill.command.order;

import io.waybill.command.order.OrderRefused.Reason;
import io.waybill.contract.order.OrderId;

/** What an order asks before it does what it is told; each question has its own refusal. */
record Guard(OrderId order, OrderState.Status status) {
    void require(boolean allowed, Reason otherwise) {
        if (!allowed) {
            throw new OrderRefused(otherwise, order, status);
        }
    }
}
