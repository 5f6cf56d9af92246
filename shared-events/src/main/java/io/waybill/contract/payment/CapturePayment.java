package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Take a part of what is held; all captures together take at most what was authorized. */
public record CapturePayment(@TargetAggregateIdentifier PaymentId paymentId, CaptureId capture, Money amount)
        implements PaymentCommand {}
