package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An authorization is wanted. */
@Revision("2")
public record PaymentRequested(PaymentId paymentId, OrderId orderId, Money amount, PaymentMeans means)
        implements PaymentEvent {}
