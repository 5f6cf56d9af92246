package io.waybill.contract.order;

import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.WalletId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Give an amount back by the payments that the order was paid with, each at most what was captured by it.
 *
 * @param into the wallet that takes it instead of the original means, which refused it; null for those
 */
public record RefundOrder(
        @TargetAggregateIdentifier OrderId orderId,
        RefundId refund,
        Money amount,
        @Nullable WalletId into) implements OrderCommand {
    /** By the original means. */
    public RefundOrder(OrderId orderId, RefundId refund, Money amount) {
        this(orderId, refund, amount, null);
    }
}
