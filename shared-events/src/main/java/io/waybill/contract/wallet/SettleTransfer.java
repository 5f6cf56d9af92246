package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is held on the source goes to the target, both at once. */
public record SettleTransfer(@TargetAggregateIdentifier TransferId transferId) implements TransferCommand {}
