package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount that was held is available again; zero, where nothing was held any more. */
@Revision("1")
public record HoldReleased(WalletId walletId, HoldId hold, Money amount) implements WalletEvent {}
