package io.waybill.saga.fulfilment.state;

import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShortStock;

/** What never changes about an order, as far as its fulfilment goes. */
record Terms(OrderId orderId, ShortStock onShortStock, LostShipment onLoss) {}
