package io.waybill.contract.payment;

/** Why a payment was not authorized. */
public enum DeclineReason {
    /** The provider refused the card. */
    DECLINED,
    /** The provider did not answer in time; it may or may not hold the amount, so it is told to void it. */
    NOT_ANSWERED
}
