package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider said yes; {@code authorization} is its own number for it. */
public record RecordAuthorization(@TargetAggregateIdentifier PaymentId paymentId, String authorization)
        implements PaymentCommand {}
