package io.waybill.command.returns;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.returns.ReturnRefused.Reason;
import io.waybill.command.returns.ReturnState.Arrival;
import io.waybill.command.returns.ReturnState.Status;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ApproveReturn;
import io.waybill.contract.returns.CloseReturn;
import io.waybill.contract.returns.DeclineReturn;
import io.waybill.contract.returns.ReceiveReturn;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.RequestReturn;
import io.waybill.contract.returns.RetryRefund;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one order that come back.
 *
 * <pre>
 *  from       on                         to
 *  –          RequestReturn              REQUESTED
 *  REQUESTED  ApproveReturn              APPROVED
 *  REQUESTED  DeclineReturn              DECLINED (end)
 *  APPROVED   ReceiveReturn              RECEIVED
 *  APPROVED   CloseReturn, NOT_RECEIVED  CLOSED (end)
 *  RECEIVED   RetryRefund                same
 *  RECEIVED   CloseReturn, REFUNDED      CLOSED (end)
 * </pre>
 *
 * What arrives damaged is refunded like what can be sold again: nobody can tell any more who damaged it. A command that
 * has already had its effect changes nothing; any other is refused.
 *
 * <p>It begins together with its order's consent: see {@link ReturnRequests}.
 */
@Aggregate
final class Return {
    @AggregateIdentifier
    private @Nullable ReturnId id;

    private @Nullable ReturnState state;

    /** For Axon, which then applies the return's history. */
    Return() {}

    /** @param items what the order lets come back, and what it is worth */
    Return(RequestReturn command, List<ReturnItem> items) {
        apply(new ReturnRequested(command.returnId(), command.orderId(), items, command.reason(), command.fallback()));
    }

    @CommandHandler
    void handle(ApproveReturn command) {
        require(state().status() != Status.DECLINED, Reason.NOT_APPROVABLE);
        if (state().status() == Status.REQUESTED) {
            apply(new ReturnApproved(id(), state().orderId()));
        }
    }

    @CommandHandler
    void handle(DeclineReturn command) {
        if (state().status() != Status.DECLINED) {
            require(state().status() == Status.REQUESTED, Reason.NOT_DECLINABLE);
            apply(new ReturnDeclined(id(), state().orderId(), command.reason()));
        }
    }

    @CommandHandler
    void handle(ReceiveReturn command) {
        if (new Arrival(command.warehouse(), command.receipts()).equals(state().arrival())) {
            return;
        }
        require(state().status() == Status.APPROVED, Reason.NOT_RECEIVABLE);
        Receipts receipts = new Receipts(state().items());
        require(!command.receipts().isEmpty(), Reason.NOTHING_RECEIVED);
        require(command.receipts().stream().allMatch(receipt -> receipt.quantity() > 0), Reason.NOTHING_RECEIVED);
        require(receipts.allKnown(command.receipts()), Reason.UNKNOWN_LINE);
        require(receipts.fit(command.receipts()), Reason.MORE_THAN_REQUESTED);
        List<ReceivedItem> items = receipts.valued(command.receipts());
        Money refund =
                items.stream().map(ReceivedItem::value).reduce(Money::plus).orElseThrow();
        apply(new ReturnReceived(id(), state().orderId(), command.warehouse(), items, refund));
    }

    @CommandHandler
    void handle(RetryRefund command) {
        require(state().status() == Status.RECEIVED, Reason.NOT_REFUNDABLE);
        apply(new ReturnRefundRetried(
                id(), state().orderId(), command.fallback() == null ? state().fallback() : command.fallback()));
    }

    @CommandHandler
    void handle(CloseReturn command) {
        if (command.outcome() == state().outcome()) {
            return;
        }
        Status before = command.outcome() == ReturnOutcome.REFUNDED ? Status.RECEIVED : Status.APPROVED;
        require(state().status() == before, Reason.NOT_CLOSABLE);
        apply(new ReturnClosed(id(), state().orderId(), command.outcome()));
    }

    private void require(boolean condition, Reason otherwise) {
        if (!condition) {
            throw new ReturnRefused(otherwise, id(), state().status());
        }
    }

    private ReturnId id() {
        return Objects.requireNonNull(id, "a return has a history");
    }

    private ReturnState state() {
        return Objects.requireNonNull(state, "a return has a history");
    }

    @EventSourcingHandler
    void on(ReturnEvent event) {
        id = event.returnId();
        state = event instanceof ReturnRequested requested ? ReturnState.requested(requested) : state().after(event);
    }
}
