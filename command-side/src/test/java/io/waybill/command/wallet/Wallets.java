package io.waybill.command.wallet;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.WithdrawalId;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What happened to a wallet in pounds. */
final class Wallets {
    static final WalletId WALLET = new WalletId(uuid(16));
    static final WalletOpened OPENED = new WalletOpened(WALLET, null, CurrencyUnit.GBP);
    static final WalletClosed CLOSED = new WalletClosed(WALLET);

    private Wallets() {}

    static UUID uuid(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012x".formatted(number));
    }

    static Money pounds(String amount) {
        return Money.parse("GBP " + amount);
    }

    static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }

    static DepositId deposit(int number) {
        return new DepositId(uuid(number));
    }

    static HoldId hold(int number) {
        return new HoldId(uuid(number));
    }

    static CaptureId capture(int number) {
        return new CaptureId(uuid(number));
    }

    static FundsDeposited deposited(int number, String amount) {
        return new FundsDeposited(WALLET, deposit(number), pounds(amount));
    }

    static FundsWithdrawn withdrawn(int number, String amount) {
        return new FundsWithdrawn(WALLET, new WithdrawalId(uuid(number)), pounds(amount));
    }

    static FundsHeld held(int number, String amount) {
        return new FundsHeld(WALLET, hold(number), pounds(amount));
    }

    static HoldCaptured captured(int hold, int number, String amount) {
        return new HoldCaptured(WALLET, hold(hold), capture(number), pounds(amount));
    }

    static HoldReleased released(int number, String amount) {
        return new HoldReleased(WALLET, hold(number), pounds(amount));
    }
}
