package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Pay in. {@code amount} is positive. */
public record Deposit(@TargetAggregateIdentifier WalletId walletId, DepositId deposit, Money amount)
        implements WalletCommand {
    public Deposit {
        Amounts.requirePositive(amount);
    }
}
