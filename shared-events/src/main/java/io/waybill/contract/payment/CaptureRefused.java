package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A part of what was held cannot be had. */
@Revision("1")
public record CaptureRefused(PaymentId paymentId, OrderId orderId, CaptureId capture, Money amount, String detail)
        implements PaymentEvent {}
