package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** The customer may send them. */
@Revision("1")
public record ReturnApproved(ReturnId returnId, OrderId orderId) implements ReturnEvent {}
