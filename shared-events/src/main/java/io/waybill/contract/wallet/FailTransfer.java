package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The transfer did not come about; nothing of it is held any more. */
public record FailTransfer(@TargetAggregateIdentifier TransferId transferId, TransferFailure reason)
        implements TransferCommand {}
