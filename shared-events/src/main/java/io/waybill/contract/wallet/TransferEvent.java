package io.waybill.contract.wallet;

/** What can happen to a transfer. */
public sealed interface TransferEvent permits TransferRequested, TransferCompleted, TransferRefused, TransferFailed {
    TransferId transferId();
}
