package io.waybill.command.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.waybill.command.wallet.WalletRefused.Reason;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.CloseWallet;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRefund;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.DepositRejection;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletEvent;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.Withdraw;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A wallet of one currency. What is in it is available or held, and neither is ever below zero.
 *
 * <pre>
 *  from       on                                       to
 *  –          OpenWallet                               OPEN
 *  OPEN       Deposit, Withdraw, HoldFunds             OPEN
 *  OPEN       CaptureHold (in parts), ReleaseHold      OPEN
 *  OPEN       CloseWallet, with nothing in it or held  CLOSED (end)
 * </pre>
 *
 * What a saga asks for (a hold, a refund) has both outcomes as events; what a person asks for is done or refused. The
 * same deposit, withdrawal, hold or capture a second time changes nothing; a release is answered each time, with what it
 * gave back. A hold that was given up is never held again, even if it is given up before it is asked for.
 */
@Aggregate(snapshotTriggerDefinition = "walletSnapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class Wallet {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable WalletId id;

    private @Nullable WalletState state;

    /** For Axon, which then applies the wallet's history. */
    Wallet() {}

    @CommandHandler
    Wallet(OpenWallet command) {
        apply(new WalletOpened(command.walletId(), command.customerId(), command.currency()));
    }

    @CommandHandler
    void handle(Deposit command) {
        if (!state().deposits().contains(command.deposit())) {
            put(command);
        }
    }

    /** Pays in whatever was paid in before: for who knows that this has not been. */
    void put(Deposit command) {
        WalletState now = state();
        require(!now.closed(), Reason.WALLET_CLOSED, command.walletId());
        require(now.hasCurrencyOf(command.amount()), Reason.OTHER_CURRENCY, command.walletId());
        apply(new FundsDeposited(command.walletId(), command.deposit(), command.amount()));
    }

    @CommandHandler
    void handle(DepositRefund command) {
        DepositId deposit = new DepositId(command.refund().value());
        WalletId wallet = command.walletId();
        if (!state().deposits().contains(deposit)) {
            apply(rejection(command.amount())
                    .<WalletEvent>map(reason -> new DepositRejected(wallet, command.refund(), command.amount(), reason))
                    .orElseGet(() -> new FundsDeposited(wallet, deposit, command.amount())));
        }
    }

    @CommandHandler
    void handle(Withdraw command) {
        WalletState now = state();
        if (!now.withdrawals().contains(command.withdrawal())) {
            require(!now.closed(), Reason.WALLET_CLOSED, command.walletId());
            require(now.hasCurrencyOf(command.amount()), Reason.OTHER_CURRENCY, command.walletId());
            boolean enough = !command.amount().isGreaterThan(now.available());
            require(enough, Reason.INSUFFICIENT_FUNDS, command.walletId());
            apply(new FundsWithdrawn(command.walletId(), command.withdrawal(), command.amount()));
        }
    }

    @CommandHandler
    void handle(HoldFunds command) {
        WalletState now = state();
        if (now.hold(command.hold()).isEmpty()) {
            HoldRejection reason = rejection(now, command.amount());
            apply(
                    reason == null
                            ? new FundsHeld(command.walletId(), command.hold(), command.amount())
                            : new HoldRejected(
                                    command.walletId(), command.hold(), command.amount(), now.available(), reason));
        }
    }

    @CommandHandler
    void handle(CaptureHold command) {
        Optional<Hold> hold = state().hold(command.hold());
        if (hold.filter(known -> known.captures().contains(command.capture())).isEmpty()) {
            take(command);
        }
    }

    /** Captures whatever was captured before: for who knows that this has not been. */
    void take(CaptureHold command) {
        boolean held = state().hold(command.hold())
                .filter(known -> !known.released())
                .filter(known -> known.left().isSameCurrency(command.amount()))
                .filter(known -> !command.amount().isGreaterThan(known.left()))
                .isPresent();
        require(held, Reason.NOT_HELD, command.walletId());
        apply(new HoldCaptured(command.walletId(), command.hold(), command.capture(), command.amount()));
    }

    @CommandHandler
    void handle(ReleaseHold command) {
        WalletState now = state();
        Optional<Hold> hold = now.hold(command.hold());
        Money left =
                hold.map(Hold::left).orElseGet(() -> Money.zero(now.available().getCurrencyUnit()));
        // Also when nothing is left: a payment may ask for a release twice, and waits for the outcome of each.
        apply(new HoldReleased(command.walletId(), command.hold(), left));
    }

    @CommandHandler
    void handle(CloseWallet command) {
        WalletState now = state();
        if (!now.closed()) {
            require(now.isEmpty(), Reason.NOT_EMPTY, command.walletId());
            apply(new WalletClosed(command.walletId()));
        }
    }

    /** Why the amount cannot be paid in; empty if it can. */
    Optional<DepositRejection> rejection(Money amount) {
        WalletState now = state();
        if (now.closed()) {
            return Optional.of(DepositRejection.CLOSED);
        }
        return now.hasCurrencyOf(amount) ? Optional.empty() : Optional.of(DepositRejection.OTHER_CURRENCY);
    }

    private static @Nullable HoldRejection rejection(WalletState now, Money amount) {
        if (now.closed()) {
            return HoldRejection.CLOSED;
        }
        if (!now.hasCurrencyOf(amount)) {
            return HoldRejection.OTHER_CURRENCY;
        }
        return amount.isGreaterThan(now.available()) ? HoldRejection.INSUFFICIENT_FUNDS : null;
    }

    private static void require(boolean allowed, Reason otherwise, WalletId wallet) {
        if (!allowed) {
            throw new WalletRefused(otherwise, wallet);
        }
    }

    private WalletState state() {
        return Objects.requireNonNull(state, "a wallet has a history");
    }

    @EventSourcingHandler
    void on(WalletEvent event) {
        id = event.walletId();
        state = event instanceof WalletOpened first ? WalletState.opened(first) : state().after(event);
    }
}
