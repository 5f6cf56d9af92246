package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The money is the customer's again. */
public record RecordRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refund) implements PaymentCommand {}
