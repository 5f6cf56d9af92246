package io.waybill.command.wallet;

import io.waybill.command.Refused;
import io.waybill.contract.wallet.WalletId;

/** A wallet refused a command. */
final class WalletRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** The wallet is closed for ever. */
        WALLET_CLOSED("is closed"),
        /** The wallet has another currency. */
        OTHER_CURRENCY("has another currency"),
        /** Less than that is available. */
        INSUFFICIENT_FUNDS("has less than that available"),
        /** So much is not held. */
        NOT_HELD("does not hold as much"),
        /** Something is in the wallet, or held. */
        NOT_EMPTY("is not empty");

        private final String why;

        Reason(String why) {
            this.why = why;
        }
    }

    private final Reason reason;

    WalletRefused(Reason reason, WalletId wallet) {
        super("wallet " + wallet + " " + reason.why);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
