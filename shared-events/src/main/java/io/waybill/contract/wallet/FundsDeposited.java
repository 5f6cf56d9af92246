package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount was paid in; {@code deposit} has the UUID of the deposit, refund or transfer it comes from. */
@Revision("1")
public record FundsDeposited(WalletId walletId, DepositId deposit, Money amount) implements WalletEvent {}
