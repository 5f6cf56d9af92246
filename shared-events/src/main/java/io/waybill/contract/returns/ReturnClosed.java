package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** Nothing more will happen to the return. */
@Revision("1")
public record ReturnClosed(ReturnId returnId, OrderId orderId, ReturnOutcome outcome) implements ReturnEvent {}
