package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;

/** A wallet is closed for ever. */
@Revision("1")
public record WalletClosed(WalletId walletId) implements WalletEvent {}
