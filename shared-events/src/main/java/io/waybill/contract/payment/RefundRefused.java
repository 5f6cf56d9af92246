package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A refund did not come about; the money is still ours, and another way is to be found. */
@Revision("1")
public record RefundRefused(PaymentId paymentId, OrderId orderId, RefundId refund, Money amount, String detail)
        implements PaymentEvent {}
