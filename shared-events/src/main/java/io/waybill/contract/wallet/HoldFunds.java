package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Hold an amount for a payment or transfer; whether that worked is an event either way. */
public record HoldFunds(@TargetAggregateIdentifier WalletId walletId, HoldId hold, Money amount)
        implements WalletCommand {
    public HoldFunds {
        Amounts.requireNotNegative(amount);
    }
}
