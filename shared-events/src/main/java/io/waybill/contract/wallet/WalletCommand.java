package io.waybill.contract.wallet;

/** What a wallet can be told to do. */
public sealed interface WalletCommand
        permits OpenWallet, Deposit, DepositRefund, Withdraw, HoldFunds, CaptureHold, ReleaseHold, CloseWallet {
    WalletId walletId();
}
