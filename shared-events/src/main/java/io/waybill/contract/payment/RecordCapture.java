package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The money is ours. */
public record RecordCapture(@TargetAggregateIdentifier PaymentId paymentId, CaptureId capture)
        implements PaymentCommand {}
