package io.waybill.contract.wallet;

/** What can happen to a wallet. */
public sealed interface WalletEvent
        permits WalletOpened,
                FundsDeposited,
                DepositRejected,
                FundsWithdrawn,
                FundsHeld,
                HoldRejected,
                HoldCaptured,
                HoldReleased,
                WalletClosed {
    WalletId walletId();
}
