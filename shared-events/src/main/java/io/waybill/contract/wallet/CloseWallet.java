package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Close an empty wallet for ever. */
public record CloseWallet(@TargetAggregateIdentifier WalletId walletId) implements WalletCommand {}
