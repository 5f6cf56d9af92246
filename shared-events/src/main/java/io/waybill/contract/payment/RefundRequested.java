package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A part of what was captured is to be given back. */
@Revision("1")
public record RefundRequested(PaymentId paymentId, OrderId orderId, RefundId refund, Money amount, PaymentMeans means)
        implements PaymentEvent {}
