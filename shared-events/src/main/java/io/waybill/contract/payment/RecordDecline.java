package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider said no, or did not answer in time. */
public record RecordDecline(@TargetAggregateIdentifier PaymentId paymentId, DeclineReason reason, String detail)
        implements PaymentCommand {}
