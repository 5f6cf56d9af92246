package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider holds nothing any more. */
public record RecordVoid(@TargetAggregateIdentifier PaymentId paymentId) implements PaymentCommand {}
