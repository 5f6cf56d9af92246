package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give an authorization back, also one of which we never heard. */
public record VoidPayment(@TargetAggregateIdentifier PaymentId paymentId) implements PaymentCommand {}
