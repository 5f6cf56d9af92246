package io.waybill.contract.wallet;

import io.waybill.contract.payment.RefundId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Pay a refund in; whether that worked is an event either way. */
public record DepositRefund(@TargetAggregateIdentifier WalletId walletId, RefundId refund, Money amount)
        implements WalletCommand {
    public DepositRefund {
        Amounts.requireNotNegative(amount);
    }
}
