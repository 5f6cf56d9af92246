package io.waybill.command.order;

import io.waybill.command.order.OrderRefused.Reason;
import io.waybill.command.order.OrderState.Status;
import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.order.SettleReturn;
import io.waybill.contract.payment.PaymentPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/** Which pieces may come back, and what money goes back. What was asked for before is nothing new. */
record Comeback(Guard guard, OrderState state) {
    /** @return what it is opened with, or was */
    OrderReturnOpened open(OpenReturn command) {
        Returns returns = state.returns();
        List<ReturnItem> open = returns.open().get(command.returnId());
        if (open != null) {
            return new OrderReturnOpened(guard.order(), command.returnId(), open);
        }
        guard.require(
                state.status() == Status.DELIVERED && !returns.settled().contains(command.returnId()),
                Reason.NOT_RETURNABLE);
        guard.require(returns.lines().keySet().containsAll(command.pieces().keySet()), Reason.UNKNOWN_LINE);
        guard.require(
                !command.pieces().isEmpty()
                        && command.pieces().values().stream().allMatch(pieces -> pieces > 0),
                Reason.NOTHING_TO_RETURN);
        guard.require(returns.left(command.pieces()), Reason.MORE_THAN_DELIVERED);
        return new OrderReturnOpened(guard.order(), command.returnId(), returns.claim(command.pieces()));
    }

    Optional<OrderReturnSettled> settle(SettleReturn command) {
        Returns returns = state.returns();
        if (returns.settled().contains(command.returnId())) {
            return Optional.empty();
        }
        guard.require(returns.open().containsKey(command.returnId()), Reason.UNKNOWN_RETURN);
        guard.require(returns.has(command.returnId(), command.pieces()), Reason.MORE_THAN_OPENED);
        return Optional.of(new OrderReturnSettled(
                guard.order(), command.returnId(), returns.receive(command.returnId(), command.pieces())));
    }

    Optional<OrderRefundRequested> refund(RefundOrder command, Function<List<PaymentPart>, List<RefundPart>> give) {
        if (state.refunds().contains(command.refund())) {
            return Optional.empty();
        }
        List<RefundPart> parts = give.apply(state.terms().paymentsInRefundOrder());
        Money uncovered = parts.stream().map(RefundPart::amount).reduce(command.amount(), Money::minus);
        return Optional.of(new OrderRefundRequested(guard.order(), command.refund(), parts, uncovered));
    }
}
