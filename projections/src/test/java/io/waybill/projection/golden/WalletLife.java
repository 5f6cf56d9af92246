package io.waybill.projection.golden;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.DepositRejection;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.WithdrawalId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A wallet with what comes and goes by itself, and transfers from it to those that there are. */
final class WalletLife extends Life {
    private final Shop shop;
    private final WalletId id;

    WalletLife(Shop shop) {
        this.shop = shop;
        this.id = new WalletId(shop.id());
        then(() -> {
            boolean isSomebodys = !shop.customers.isEmpty() && shop.roll(4) > 0;
            shop.story.wallet(new WalletOpened(id, isSomebodys ? shop.any(shop.customers) : null, CurrencyUnit.GBP));
        });
        then(() -> {
            shop.story.wallet(new FundsDeposited(id, new DepositId(shop.id()), pounds(500)));
            shop.wallets.add(id);
        });
        for (int uses = shop.roll(3); uses > 0; uses--) {
            then(() -> shop.story.wallet(new FundsWithdrawn(id, new WithdrawalId(shop.id()), pounds(5))));
            held();
        }
        transferred();
        if (shop.roll(4) == 0) {
            closed();
        }
    }

    private void held() {
        HoldId hold = new HoldId(shop.id());
        if (shop.roll(3) == 0) {
            then(() -> shop.story.wallet(
                    new HoldRejected(id, hold, pounds(9_000), pounds(400), HoldRejection.INSUFFICIENT_FUNDS)));
        } else {
            then(() -> shop.story.wallet(new FundsHeld(id, hold, pounds(7))));
            then(() -> shop.story.wallet(new HoldCaptured(id, hold, new CaptureId(shop.id()), pounds(4))));
            then(() -> shop.story.wallet(new HoldReleased(id, hold, pounds(3))));
        }
    }

    private void transferred() {
        TransferId transfer = new TransferId(shop.id());
        HoldId hold = new HoldId(transfer.value());
        then(() -> {
            WalletId target = shop.any(shop.wallets);
            shop.story.transfer(new TransferRequested(transfer, id, target, pounds(2)));
            switch (target.equals(id) ? 0 : shop.roll(4)) {
                case 0 -> shop.story.transfer(new TransferRefused(transfer, TransferFailure.TARGET_CLOSED));
                case 1 -> shop.story.transfer(new TransferFailed(transfer, TransferFailure.INSUFFICIENT_FUNDS));
                default ->
                    shop.story
                            .wallet(new FundsHeld(id, hold, pounds(2)))
                            .wallet(new FundsDeposited(target, new DepositId(transfer.value()), pounds(2)))
                            .wallet(new HoldCaptured(id, hold, new CaptureId(transfer.value()), pounds(2)))
                            .transfer(new TransferCompleted(transfer, id, target, pounds(2)));
            }
        });
    }

    private void closed() {
        then(() -> {
            shop.wallets.remove(id);
            shop.story.wallet(new WalletClosed(id));
        });
        then(() -> shop.story.wallet(
                new DepositRejected(id, new RefundId(shop.id()), pounds(3), DepositRejection.CLOSED)));
    }

    private static Money pounds(int amount) {
        return Money.of(CurrencyUnit.GBP, amount);
    }
}
