package io.waybill.contract.wallet;

/** What a transfer can be told to do. */
public sealed interface TransferCommand permits RequestTransfer, SettleTransfer, FailTransfer {
    TransferId transferId();
}
