package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider holds the amount for us. */
@Revision("1")
public record PaymentAuthorized(PaymentId paymentId, OrderId orderId, Money amount, String authorization)
        implements PaymentEvent {}
