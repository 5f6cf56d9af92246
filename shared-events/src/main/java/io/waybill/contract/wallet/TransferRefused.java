package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;

/** The target does not take it; what is held on the source has to be released. */
@Revision("1")
public record TransferRefused(TransferId transferId, TransferFailure reason) implements TransferEvent {}
