package io.waybill.saga.fulfilment.state;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a state waits for.
 *
 * @param what in words, for a person
 */
public record Waiting(For step, String what) {
    private static final int MAX_NAMED = 5;

    /** The steps, by what they wait for. */
    public enum For {
        STOCK,
        PAYMENT,
        CONFIRMATION,
        AMENDMENT,
        /** Shipments to be packed. */
        PREPARATION,
        /** Packed shipments to leave: somebody has to do that. */
        DISPATCH,
        /** Shipments to arrive. */
        DELIVERY,
        /** Captures, voids, refunds, pieces to leave the books. */
        SETTLEMENT,
        /** The order to know that it was delivered. */
        RECORD,
        /** The time in which pieces can be returned to pass. */
        RETURN_WINDOW,
        /** Returns that are under way to be settled. */
        RETURNS,
        CLOSING,
        UNDOING,
        REJECTION,
        /** Nothing. */
        END
    }

    public static Waiting of(FulfilmentState state) {
        List<Commands.Wanted> wanted = Commands.wanted(state);
        return switch (state.stage()) {
            case FILLING -> named(For.STOCK, wanted);
            case PAYING -> new Waiting(For.PAYMENT, "payments: " + undecided(state));
            case CONFIRMING -> named(For.CONFIRMATION, wanted);
            case AMENDING -> named(For.AMENDMENT, wanted);
            case SHIPPING -> shipping(state, wanted);
            case FINISHING -> named(For.RECORD, wanted);
            case DELIVERED -> delivered(state, wanted);
            case CLOSING -> named(For.CLOSING, wanted);
            case UNDOING, CANCELLED -> state.hasEnded() ? new Waiting(For.END, "") : named(For.UNDOING, wanted);
            case REJECTING -> named(For.REJECTION, wanted);
            case CLOSED -> state.hasEnded() ? new Waiting(For.END, "") : settlement(state, wanted);
        };
    }

    private static Waiting shipping(FulfilmentState state, List<Commands.Wanted> wanted) {
        if (any(state, Parcel.Status.PLANNED)) {
            return named(For.PREPARATION, wanted);
        }
        if (!wanted.isEmpty() || isAnyRefundRefused(state)) {
            return settlement(state, wanted);
        }
        return any(state, Parcel.Status.PREPARED)
                ? new Waiting(For.DISPATCH, "dispatch of " + shipments(state, Parcel.Status.PREPARED))
                : new Waiting(For.DELIVERY, "delivery of " + shipments(state, Parcel.Status.DISPATCHED));
    }

    private static Waiting delivered(FulfilmentState state, List<Commands.Wanted> wanted) {
        if (state.returns().isWindowOver()) {
            return new Waiting(For.RETURNS, "returns: " + state.returns().open());
        }
        return wanted.isEmpty() && !isAnyRefundRefused(state)
                ? new Waiting(For.RETURN_WINDOW, "the return window to pass")
                : settlement(state, wanted);
    }

    /** It is asked for again at a deadline of its own, which is sooner than that of what takes days. */
    private static boolean isAnyRefundRefused(FulfilmentState state) {
        return state.parcels().stream()
                .flatMap(parcel -> parcel.refunds().stream())
                .anyMatch(refund -> refund.status() == Refund.Status.REFUSED);
    }

    private static Waiting settlement(FulfilmentState state, List<Commands.Wanted> wanted) {
        return wanted.isEmpty()
                ? new Waiting(
                        For.SETTLEMENT,
                        "refunds: "
                                + state.parcels().stream()
                                        .flatMap(parcel -> parcel.refunds().stream())
                                        .filter(refund -> !refund.isSettled())
                                        .map(refund -> refund.payment().toString())
                                        .collect(Collectors.joining(", ")))
                : named(For.SETTLEMENT, wanted);
    }

    private static Waiting named(For step, List<Commands.Wanted> wanted) {
        String names =
                wanted.stream().limit(MAX_NAMED).map(Commands.Wanted::name).collect(Collectors.joining(", "));
        int more = wanted.size() - MAX_NAMED;
        return new Waiting(step, "outcome of " + names + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String undecided(FulfilmentState state) {
        return state.funds().stream()
                .filter(Fund::isUndecided)
                .map(fund -> fund.id().toString())
                .collect(Collectors.joining(", "));
    }

    private static boolean any(FulfilmentState state, Parcel.Status status) {
        return state.parcels().stream().anyMatch(parcel -> parcel.status() == status);
    }

    private static String shipments(FulfilmentState state, Parcel.Status status) {
        return state.parcels().stream()
                .filter(parcel -> parcel.status() == status)
                .limit(MAX_NAMED)
                .map(parcel -> parcel.id().toString())
                .collect(Collectors.joining(", "));
    }
}
