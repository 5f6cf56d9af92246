package io.waybill.contract.wallet;

/** Why nothing was held. */
public enum HoldRejection {
    /** Less than that is available. */
    INSUFFICIENT_FUNDS,
    /** The wallet has another currency. */
    OTHER_CURRENCY,
    /** The wallet is closed. */
    CLOSED
}
