package io.waybill.command.order;

import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.payment.PaymentPart;
import java.util.List;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The orders' side of a change that several aggregates make together, because a rule spans them: a shipment must not leave
 * for an order that was cancelled, a piece must not come back twice, a refund must not be given twice.
 *
 * <p>Call it from a command handler outside of any aggregate, which loads the other aggregates from their own
 * {@link Repository}: all of them are then in one unit of work, so one transaction, whose events the store appends at once
 * and as its first write. The order's refusal undoes the others' events. Where another node was faster with one of the
 * streams, the store refuses all, and the command is tried again with everything read anew.
 *
 * <p>Aggregates are locked in one sequence, so that no two commands wait for each other: the shipment, the order, its
 * payments, the return. The order also speaks before whatever is created with it: the store tells an overtaken change from
 * an id that is taken by the first event of the transaction.
 */
public final class Orders {
    private final Repository<Order> orders;

    Orders(Repository<Order> orders) {
        this.orders = orders;
    }

    /**
     * Lets a shipment leave; nothing, where it has.
     *
     * @throws io.waybill.command.Refused if the order cannot go, or is not what the shipment was packed for
     */
    public void recordShipment(RecordShipment command) {
        load(command.orderId()).execute(order -> order.handle(command));
    }

    /**
     * Claims pieces for a return.
     *
     * @return the pieces in the order of the lines, with what each of them is refunded with
     * @throws io.waybill.command.Refused if the order is not delivered, or not so many pieces are left
     */
    public List<ReturnItem> openReturn(OpenReturn command) {
        return load(command.orderId()).invoke(order -> order.handle(command));
    }

    /**
     * Asks for money back, once for each refund.
     *
     * @param give told the order's payments in the order in which they refund, answers what each of them can give of the
     *     amount and asks it to; called in this transaction, and not at all where this refund was asked for before. What is
     *     missing of the amount is recorded as uncovered
     */
    public void refund(RefundOrder command, Function<List<PaymentPart>, List<RefundPart>> give) {
        load(command.orderId()).execute(order -> order.handle(command, give));
    }

    private Aggregate<Order> load(OrderId order) {
        return orders.load(order.toString());
    }
}
