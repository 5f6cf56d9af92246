package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A part of what is held is to be taken. */
@Revision("1")
public record CaptureRequested(
        PaymentId paymentId, OrderId orderId, CaptureId capture, Money amount, PaymentMeans means)
        implements PaymentEvent {}
