package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** Nothing is held; {@code available} is how much could have been. */
@Revision("1")
public record HoldRejected(WalletId walletId, HoldId hold, Money amount, Money available, HoldRejection reason)
        implements WalletEvent {}
