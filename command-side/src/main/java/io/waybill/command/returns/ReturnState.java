package io.waybill.command.returns;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceipt;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.wallet.WalletId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a return stands.
 *
 * @param items what was to come back
 * @param fallback the wallet that takes the refund where the original means cannot
 * @param arrival what came, once it did
 * @param outcome how it ended, once it did
 */
record ReturnState(
        Status status,
        OrderId orderId,
        List<ReturnItem> items,
        @Nullable WalletId fallback,
        @Nullable Arrival arrival,
        @Nullable ReturnOutcome outcome) {
    enum Status {
        REQUESTED,
        APPROVED,
        DECLINED,
        RECEIVED,
        CLOSED
    }

    /** What was said to have arrived, to tell a repetition from another arrival. */
    record Arrival(WarehouseId warehouse, List<ReturnReceipt> receipts) {
        Arrival {
            receipts = List.copyOf(receipts);
        }
    }

    static ReturnState requested(ReturnRequested event) {
        return new ReturnState(Status.REQUESTED, event.orderId(), event.items(), event.fallback(), null, null);
    }

    ReturnState after(ReturnEvent event) {
        return switch (event) {
            case ReturnRequested requested -> requested(requested);
            case ReturnApproved approved -> with(Status.APPROVED);
            case ReturnDeclined declined -> with(Status.DECLINED);
            case ReturnReceived received ->
                new ReturnState(Status.RECEIVED, orderId, items, fallback, arrival(received), null);
            case ReturnRefundRetried retried ->
                new ReturnState(status, orderId, items, retried.fallback(), arrival, outcome);
            case ReturnClosed closed ->
                new ReturnState(Status.CLOSED, orderId, items, fallback, arrival, closed.outcome());
        };
    }

    private ReturnState with(Status next) {
        return new ReturnState(next, orderId, items, fallback, arrival, outcome);
    }

    private static Arrival arrival(ReturnReceived received) {
        return new Arrival(
                received.warehouse(),
                received.items().stream()
                        .map(item -> new ReturnReceipt(item.line(), item.quantity(), item.condition()))
                        .toList());
    }
}
