package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A part of what was held is ours. */
@Revision("1")
public record PaymentCaptured(PaymentId paymentId, OrderId orderId, CaptureId capture, Money amount)
        implements PaymentEvent {}
