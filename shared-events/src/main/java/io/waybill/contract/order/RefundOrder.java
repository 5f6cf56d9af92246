package io.waybill.contract.order;

import io.waybill.contract.payment.RefundId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Give an amount back by the payments that the order was paid with. */
public record RefundOrder(@TargetAggregateIdentifier OrderId orderId, RefundId refund, Money amount)
        implements OrderCommand {}
