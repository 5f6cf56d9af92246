package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;

/** Nothing was moved. */
@Revision("1")
public record TransferFailed(TransferId transferId, TransferFailure reason) implements TransferEvent {}
