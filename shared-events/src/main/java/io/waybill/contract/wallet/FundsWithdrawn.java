package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount was paid out. */
@Revision("1")
public record FundsWithdrawn(WalletId walletId, WithdrawalId withdrawal, Money amount) implements WalletEvent {}
