package io.waybill.contract.wallet;

/** Why nothing was paid in. */
public enum DepositRejection {
    /** The wallet has another currency. */
    OTHER_CURRENCY,
    /** The wallet is closed. */
    CLOSED
}
