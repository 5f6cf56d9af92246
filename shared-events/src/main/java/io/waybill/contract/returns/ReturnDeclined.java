package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** The customer keeps them. */
@Revision("1")
public record ReturnDeclined(ReturnId returnId, OrderId orderId, String reason) implements ReturnEvent {}
