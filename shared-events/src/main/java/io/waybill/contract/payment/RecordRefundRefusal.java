package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The money cannot be given back this way. */
public record RecordRefundRefusal(@TargetAggregateIdentifier PaymentId paymentId, RefundId refund, String detail)
        implements PaymentCommand {}
