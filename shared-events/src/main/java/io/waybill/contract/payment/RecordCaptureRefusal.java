package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider will not give what it held. */
public record RecordCaptureRefusal(
        @TargetAggregateIdentifier PaymentId paymentId, CaptureId capture, String detail) implements PaymentCommand {}
