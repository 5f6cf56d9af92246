package io.waybill.command.wallet;

import io.waybill.command.Recent;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletEvent;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.WithdrawalId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What is in a wallet, and for whom it is held.
 *
 * <p>{@code open} is as large as the payments under way, and knows every capture of each. Of what is settled, only the
 * latest is remembered.
 *
 * @param available what can be paid out, held or moved; never negative
 * @param open the holds of which something is left
 * @param ended the latest holds of which nothing is left
 * @param deposits the latest
 * @param withdrawals the latest
 */
record WalletState(
        Money available,
        Map<HoldId, Hold> open,
        Recent<Hold> ended,
        Recent<DepositId> deposits,
        Recent<WithdrawalId> withdrawals,
        boolean closed) {
    WalletState {
        open = Map.copyOf(open);
    }

    static WalletState opened(WalletOpened event) {
        return new WalletState(
                Money.zero(event.currency()), Map.of(), Recent.none(), Recent.none(), Recent.none(), false);
    }

    boolean hasCurrencyOf(Money amount) {
        return available.isSameCurrency(amount);
    }

    boolean isEmpty() {
        return available.isZero() && open.isEmpty();
    }

    /** A hold that is open, or that ended lately. */
    Optional<Hold> hold(HoldId hold) {
        Hold found = open.get(hold);
        return found != null
                ? Optional.of(found)
                : ended.items().stream().filter(past -> past.id().equals(hold)).reduce((older, newer) -> newer);
    }

    WalletState after(WalletEvent event) {
        return switch (event) {
            case WalletOpened opened -> opened(opened);
            case FundsDeposited in ->
                new WalletState(
                        available.plus(in.amount()), open, ended, deposits.with(in.deposit()), withdrawals, closed);
            case DepositRejected rejected -> this;
            case FundsWithdrawn out ->
                new WalletState(
                        available.minus(out.amount()),
                        open,
                        ended,
                        deposits,
                        withdrawals.with(out.withdrawal()),
                        closed);
            case FundsHeld held -> with(available.minus(held.amount()), Hold.of(held.hold(), held.amount()));
            case HoldRejected rejected -> this;
            case HoldCaptured taken ->
                with(available, hold(taken.hold()).orElseThrow().captured(taken.capture(), taken.amount()));
            case HoldReleased released ->
                with(
                        available.plus(released.amount()),
                        hold(released.hold())
                                .orElseGet(() -> Hold.of(released.hold(), released.amount()))
                                .release());
            case WalletClosed end -> new WalletState(available, open, ended, deposits, withdrawals, true);
        };
    }

    private WalletState with(Money nowAvailable, Hold hold) {
        Map<HoldId, Hold> stillOpen = new HashMap<>(open);
        if (hold.ended()) {
            stillOpen.remove(hold.id());
        } else {
            stillOpen.put(hold.id(), hold);
        }
        // Released a second time, it must not push out another.
        boolean endsNow = hold.ended() && !ended.items().contains(hold);
        return new WalletState(
                nowAvailable, stillOpen, endsNow ? ended.with(hold) : ended, deposits, withdrawals, closed);
    }
}
