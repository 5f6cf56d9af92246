package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An authorization is wanted from the provider. */
@Revision("1")
public record PaymentRequested(PaymentId paymentId, OrderId orderId, Money amount, String cardToken)
        implements PaymentEvent {}
