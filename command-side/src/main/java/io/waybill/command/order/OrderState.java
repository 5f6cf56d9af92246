package io.waybill.command.order;

import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;

/** Where an order stands. */
record OrderState(Status status) {
    enum Status {
        NEW,
        PLACED,
        CONFIRMED,
        REJECTED
    }

    static final OrderState NEW = new OrderState(Status.NEW);

    OrderState after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> new OrderState(Status.PLACED);
            case OrderConfirmed confirmed -> new OrderState(Status.CONFIRMED);
            case OrderRejected rejected -> new OrderState(Status.REJECTED);
        };
    }
}
