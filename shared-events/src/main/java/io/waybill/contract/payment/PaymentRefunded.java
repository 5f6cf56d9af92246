package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A part of what was captured is the customer's again. */
@Revision("1")
public record PaymentRefunded(PaymentId paymentId, OrderId orderId, RefundId refund, Money amount)
        implements PaymentEvent {}
