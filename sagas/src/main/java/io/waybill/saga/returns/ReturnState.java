package io.waybill.saga.returns;

import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.SettleReturn;
import io.waybill.contract.returns.CloseReturn;
import io.waybill.contract.returns.DeclineReturn;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.wallet.WalletId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a return has come, and what it wants done.
 *
 * @param fallback the wallet that takes the refund where the original means cannot
 * @param pieces what came, by line number
 * @param restocking what is not on hand again yet, by line number
 * @param refund null before anything came
 * @param reasons why what was wanted did not come about, for a person
 */
record ReturnState(
        ReturnId returnId,
        OrderId orderId,
        Stage stage,
        @Nullable WalletId fallback,
        Map<Integer, Integer> pieces,
        Map<Integer, Restock> restocking,
        @Nullable Refund refund,
        List<String> reasons) {
    ReturnState {
        pieces = Collections.unmodifiableMap(new TreeMap<>(pieces));
        restocking = Collections.unmodifiableMap(new TreeMap<>(restocking));
        reasons = List.copyOf(reasons);
    }

    static ReturnState requested(ReturnRequested event) {
        return new ReturnState(
                event.returnId(),
                event.orderId(),
                Stage.UNDECIDED,
                event.fallback(),
                Map.of(),
                Map.of(),
                null,
                List.of());
    }

    /** The commands that have had no outcome yet, by the name of their step. */
    Map<String, Object> wanted() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        switch (stage) {
            case REFUNDING, STUCK -> {
                restocking.forEach((line, restock) -> wanted.put("restock-" + line, restock.command(returnId, line)));
                wanted.putAll(refunding().wanted(orderId));
            }
            case CLOSING -> wanted.put("close", new CloseReturn(returnId, ReturnOutcome.REFUNDED));
            case SETTLING -> wanted.put("settle", new SettleReturn(orderId, returnId, pieces));
            case UNDECIDED, EXPECTED, SETTLED -> {}
        }
        return wanted;
    }

    /** What is to be done when the time is over: what nobody did, or once more what had no outcome. */
    Map<String, Object> wantedInTheEnd() {
        return switch (stage) {
            case UNDECIDED -> Map.of("decline", new DeclineReturn(returnId, "Nobody decided in time."));
            case EXPECTED -> Map.of("give-up", new CloseReturn(returnId, ReturnOutcome.NOT_RECEIVED));
            default -> wanted();
        };
    }

    ReturnState received(ReturnReceived event) {
        Map<Integer, Integer> came = new TreeMap<>();
        event.items().forEach(item -> came.merge(item.line(), item.quantity(), Integer::sum));
        return new ReturnState(
                        returnId,
                        orderId,
                        Stage.REFUNDING,
                        fallback,
                        came,
                        Restock.of(event),
                        Refund.of(returnId, event.refund()),
                        reasons)
                .goneOn();
    }

    ReturnState restocked(ReturnRestocked event) {
        Map<Integer, Restock> left = new TreeMap<>(restocking);
        left.remove(event.line());
        return new ReturnState(returnId, orderId, stage, fallback, pieces, left, refund, reasons).goneOn();
    }

    /** The refund has come to this; what its payments do not give is asked of the fallback wallet. */
    ReturnState with(Refund next) {
        Refund answered =
                next.status() != Refund.Status.PAYING || !next.awaited().isEmpty() ? next : next.answered(fallback);
        return new ReturnState(returnId, orderId, stage, fallback, pieces, restocking, answered, reasons).goneOn();
    }

    ReturnState with(Stage next) {
        return new ReturnState(returnId, orderId, next, fallback, pieces, restocking, refund, reasons);
    }

    ReturnState fallingBackOn(@Nullable WalletId wallet) {
        return new ReturnState(returnId, orderId, stage, wallet, pieces, restocking, refund, reasons);
    }

    ReturnState because(String reason) {
        List<String> more = new ArrayList<>(reasons);
        more.add(reason);
        return new ReturnState(returnId, orderId, stage, fallback, pieces, restocking, refund, more);
    }

    Refund refunding() {
        return Objects.requireNonNull(refund, "nothing is refunded before something came");
    }

    private ReturnState goneOn() {
        if (stage != Stage.REFUNDING && stage != Stage.STUCK) {
            return this;
        }
        return switch (refunding().status()) {
            case PAID -> with(restocking.isEmpty() ? Stage.CLOSING : Stage.REFUNDING);
            case STUCK -> with(Stage.STUCK);
            case ASKED, PAYING -> with(Stage.REFUNDING);
        };
    }
}
