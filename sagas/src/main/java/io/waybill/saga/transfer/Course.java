package io.waybill.saga.transfer;

import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.SettleTransfer;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a transfer has come.
 *
 * @param attempt how often the step was taken, from 1
 * @param overdue how often it was due in vain
 * @param since when it began
 * @param dueAt when it is due
 * @param reason why the transfer is undone; null while it goes ahead
 * @param undone what was given back; null if nothing was
 */
record Course(
        TransferId transfer,
        WalletId source,
        WalletId target,
        Money amount,
        Doing doing,
        int attempt,
        int overdue,
        Instant since,
        Instant dueAt,
        @Nullable TransferFailure reason,
        @Nullable String undone) {
    enum Doing {
        HOLDING,
        SETTLING,
        RELEASING,
        FAILING;

        /** Undoing is never given up, and the end neither. */
        boolean canBeGivenUp() {
            return this == HOLDING || this == SETTLING;
        }
    }

    static Course of(TransferRequested event, Instant at) {
        return new Course(
                event.transferId(),
                event.source(),
                event.target(),
                event.amount(),
                Doing.HOLDING,
                1,
                0,
                at,
                at,
                null,
                null);
    }

    Course settle(Instant at) {
        return next(Doing.SETTLING, at, null, null);
    }

    Course release(TransferFailure why, Instant at) {
        return next(Doing.RELEASING, at, why, null);
    }

    Course fail(TransferFailure why, Instant at, @Nullable String givenBack) {
        return next(Doing.FAILING, at, why, givenBack);
    }

    private Course next(Doing then, Instant at, @Nullable TransferFailure why, @Nullable String givenBack) {
        return new Course(transfer, source, target, amount, then, 1, 0, at, dueAt, why, givenBack);
    }

    /** The same step once more. */
    Course again(boolean late) {
        int times = overdue + (late ? 1 : 0);
        return new Course(transfer, source, target, amount, doing, attempt + 1, times, since, dueAt, reason, undone);
    }

    Course due(Instant then) {
        return new Course(transfer, source, target, amount, doing, attempt, overdue, since, then, reason, undone);
    }

    TransferFailure why() {
        return Objects.requireNonNull(reason, "what is undone has a reason");
    }

    /** What the step asks for; harmless when it is asked for again. */
    Object command() {
        HoldId hold = new HoldId(transfer.value());
        return switch (doing) {
            case HOLDING -> new HoldFunds(source, hold, amount);
            case SETTLING -> new SettleTransfer(transfer);
            case RELEASING -> new ReleaseHold(source, hold);
            case FAILING -> new FailTransfer(transfer, why());
        };
    }

    /** The step's name, another one each time that it is taken. */
    String step() {
        return "transfer/" + transfer + "/" + doing.name().toLowerCase(Locale.ROOT) + "-" + attempt;
    }

    /** For a person. */
    String waitsFor() {
        return switch (doing) {
            case HOLDING -> "wallet " + source + " to hold " + amount;
            case SETTLING -> amount + " to move to wallet " + target;
            case RELEASING -> "wallet " + source + " to give up what it holds";
            case FAILING -> "the transfer to end";
        };
    }
}
