package io.waybill.contract.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Give a part of what was captured back; all refunds together give at most what was captured. */
public record RefundPayment(@TargetAggregateIdentifier PaymentId paymentId, RefundId refund, Money amount)
        implements PaymentCommand {}
