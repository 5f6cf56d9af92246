package io.waybill.projection.fulfilment;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One of the order's returns.
 *
 * @param items what is to come back
 * @param fallback the wallet that takes the refund where the original means cannot
 * @param since when it came into this status
 * @param received what came back, and {@code warehouse} where
 * @param refund what is given back for it; null before anything came
 * @param declined why the customer keeps them
 */
record ReturnPart(
        ReturnId returnId,
        OrderId orderId,
        Status status,
        List<ReturnItem> items,
        String reason,
        @Nullable WalletId fallback,
        Instant requestedAt,
        Instant since,
        @Nullable WarehouseId warehouse,
        List<ReceivedItem> received,
        @Nullable Money refund,
        @Nullable String declined,
        @Nullable ReturnOutcome outcome)
        implements Part {
    enum Status {
        REQUESTED,
        APPROVED,
        DECLINED,
        RECEIVED,
        CLOSED
    }

    static @Nullable ReturnPart after(@Nullable ReturnPart before, ReturnEvent event, Instant at) {
        if (event instanceof ReturnRequested requested) {
            return requested(requested, at);
        }
        return before == null ? null : before.after(event, at);
    }

    private static ReturnPart requested(ReturnRequested event, Instant at) {
        return new ReturnPart(
                event.returnId(),
                event.orderId(),
                Status.REQUESTED,
                event.items(),
                event.reason(),
                event.fallback(),
                at,
                at,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private ReturnPart after(ReturnEvent event, Instant at) {
        return switch (event) {
            case ReturnRequested _ -> this;
            case ReturnApproved _ -> with(Status.APPROVED, at, null, null);
            case ReturnDeclined(var _, var _, String why) -> with(Status.DECLINED, at, why, null);
            case ReturnReceived arrived -> with(arrived, at);
            case ReturnRefundRetried(var _, var _, WalletId wallet) -> retried(wallet);
            case ReturnClosed(var _, var _, ReturnOutcome end) -> with(Status.CLOSED, at, declined, end);
        };
    }

    private ReturnPart with(Status next, Instant at, @Nullable String why, @Nullable ReturnOutcome end) {
        return new ReturnPart(
                returnId,
                orderId,
                next,
                items,
                reason,
                fallback,
                requestedAt,
                at,
                warehouse,
                received,
                refund,
                why,
                end);
    }

    // It goes on waiting for its refund, as long as it has.
    private ReturnPart retried(@Nullable WalletId wallet) {
        return new ReturnPart(
                returnId,
                orderId,
                status,
                items,
                reason,
                wallet,
                requestedAt,
                since,
                warehouse,
                received,
                refund,
                declined,
                outcome);
    }

    private ReturnPart with(ReturnReceived event, Instant at) {
        return new ReturnPart(
                returnId,
                orderId,
                Status.RECEIVED,
                items,
                reason,
                fallback,
                requestedAt,
                at,
                event.warehouse(),
                event.items(),
                event.refund(),
                declined,
                outcome);
    }
}
