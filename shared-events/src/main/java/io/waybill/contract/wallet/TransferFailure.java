package io.waybill.contract.wallet;

/** Why a transfer did not come about. */
public enum TransferFailure {
    /** The source had too little. */
    INSUFFICIENT_FUNDS,
    /** The source is closed. */
    SOURCE_CLOSED,
    /** The target is closed. */
    TARGET_CLOSED,
    /** One of the wallets has another currency. */
    OTHER_CURRENCY,
    /** A step had no outcome in time. */
    NOT_ANSWERED
}
