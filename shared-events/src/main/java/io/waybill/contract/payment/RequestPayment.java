package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Ask the payment provider to authorize an amount on a card, which only the provider knows by this token. */
public record RequestPayment(
        @TargetAggregateIdentifier PaymentId paymentId, OrderId orderId, Money amount, String cardToken)
        implements PaymentCommand {}
