package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Pay out what is available. {@code amount} is positive. */
public record Withdraw(@TargetAggregateIdentifier WalletId walletId, WithdrawalId withdrawal, Money amount)
        implements WalletCommand {
    public Withdraw {
        Amounts.requirePositive(amount);
    }
}
