package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Ask for an amount to be held. */
public record RequestPayment(
        @TargetAggregateIdentifier PaymentId paymentId, OrderId orderId, Money amount, PaymentMeans means)
        implements PaymentCommand {}
