package io.waybill.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.order.OrderState.Status;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.RejectOrder;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * <pre>
 *  from    on            to
 *  –       PlaceOrder    PLACED
 *  PLACED  ConfirmOrder  CONFIRMED
 *  PLACED  RejectOrder   REJECTED (end)
 * </pre>
 *
 * A command that has already had its effect changes nothing; any other is refused.
 */
@Aggregate
final class Order {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable OrderId id;

    private OrderState state = OrderState.NEW;

    /** For Axon, which then applies the order's history. */
    Order() {}

    @CommandHandler
    Order(PlaceOrder command) {
        apply(new OrderPlaced(
                command.orderId(),
                command.paymentId(),
                command.customerId(),
                command.reference(),
                command.shipTo(),
                command.lines(),
                command.groups(),
                command.lines().stream()
                        .map(OrderLine::total)
                        .reduce(Money::plus)
                        .orElseThrow(),
                command.cardToken(),
                command.orderedAt()));
    }

    @CommandHandler
    void handle(ConfirmOrder command) {
        if (state.status() == Status.CONFIRMED) {
            return;
        }
        requirePlaced(OrderRefused.Reason.NOT_CONFIRMABLE, command.orderId());
        apply(new OrderConfirmed(command.orderId()));
    }

    @CommandHandler
    void handle(RejectOrder command) {
        if (state.status() == Status.REJECTED) {
            return;
        }
        requirePlaced(OrderRefused.Reason.NOT_REJECTABLE, command.orderId());
        apply(new OrderRejected(command.orderId(), command.reasons()));
    }

    private void requirePlaced(OrderRefused.Reason otherwise, OrderId order) {
        if (state.status() != Status.PLACED) {
            throw new OrderRefused(otherwise, order, state.status());
        }
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        id = event.orderId();
        state = state.after(event);
    }
}
