package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount is held, and no longer available. */
@Revision("1")
public record FundsHeld(WalletId walletId, HoldId hold, Money amount) implements WalletEvent {}
