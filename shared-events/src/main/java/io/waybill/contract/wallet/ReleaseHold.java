package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make what is still held available again; of a hold that never was, nothing ever will be held. */
public record ReleaseHold(@TargetAggregateIdentifier WalletId walletId, HoldId hold) implements WalletCommand {}
