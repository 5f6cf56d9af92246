package io.waybill.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.order.OrderRefused.Reason;
import io.waybill.command.order.OrderState.Buyer;
import io.waybill.command.order.OrderState.Status;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.CancelOrder;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.ErasePersonalData;
import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.order.SettleReturn;
import io.waybill.contract.payment.PaymentPart;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An order, from the moment it is placed until nothing can happen to it any more; its life cycle stands at {@link OrderState}.
 *
 * <p>A command that has already had its effect changes nothing; any other that the state does not allow is refused. What
 * leaves, what comes back and what is refunded concerns other aggregates too: those handlers have no command bus of their
 * own and are reached through {@link Orders}, in the transaction of the others.
 */
@Aggregate
final class Order {
    /** How many amendments an order has when its customer may make no more; the system still may. */
    static final int MOST_AMENDMENTS = 100;

    private static final Set<Status> BEFORE_ANYTHING_LEFT = EnumSet.of(Status.PLACED, Status.CONFIRMED);

    /** Nothing will be sent there any more. */
    private static final Set<Status> AFTER_THE_LAST_PARCEL =
            EnumSet.of(Status.REJECTED, Status.CANCELLED, Status.DELIVERED, Status.CLOSED);

    @AggregateIdentifier
    private @Nullable OrderId id;

    private @Nullable OrderState state;

    /** For Axon, which then applies the order's history. */
    Order() {}

    @CommandHandler
    Order(PlaceOrder command) {
        apply(new OrderPlaced(
                command.orderId(),
                command.customerId(),
                command.reference(),
                command.shipTo(),
                command.lines(),
                command.groups(),
                Terms.total(command.lines()),
                command.payments(),
                command.onShortStock(),
                command.onLoss(),
                command.orderedAt()));
    }

    /** What the order was like an amendment ago is nobody's business any more: the event of that amendment is on its way. */
    @CommandHandler
    void handle(ConfirmOrder command) {
        Terms terms = state().terms();
        boolean hadItsEffect = command.amendment() <= terms.confirmed();
        if (command.amendment() < terms.amendment() || hadItsEffect) {
            return;
        }
        require(
                BEFORE_ANYTHING_LEFT.contains(status()) && command.amendment() == terms.amendment(),
                Reason.NOT_CONFIRMABLE);
        apply(new OrderConfirmed(id()));
    }

    @CommandHandler
    void handle(RejectOrder command) {
        if (status() == Status.REJECTED) {
            return;
        }
        require(status() == Status.PLACED, Reason.NOT_REJECTABLE);
        apply(new OrderRejected(id(), command.reasons()));
    }

    @CommandHandler
    void handle(AmendOrder command) {
        Terms terms = state().terms();
        if (command.basis() != null && command.basis() != terms.amendment()) {
            return;
        }
        Amendment amendment = new Amendment(terms, command);
        require(BEFORE_ANYTHING_LEFT.contains(status()), Reason.NOT_AMENDABLE);
        require(!amendment.lines().isEmpty(), Reason.NO_LINES);
        require(
                amendment.lines().stream()
                        .allMatch(line -> line.unitPrice().getCurrencyUnit().equals(terms.currency())),
                Reason.OTHER_CURRENCY);
        require(
                command.cause() != AmendmentCause.CUSTOMER || terms.amendment() < MOST_AMENDMENTS,
                Reason.TOO_MANY_AMENDMENTS);
        amendment.amended().ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(CancelOrder command) {
        if (status() == Status.CANCELLED) {
            return;
        }
        require(BEFORE_ANYTHING_LEFT.contains(status()), Reason.NOT_CANCELLABLE);
        apply(new OrderCancelled(id(), command.reason()));
    }

    void handle(RecordShipment command) {
        new Leaving(guard(), state()).record(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(RecordDelivery command) {
        if (status() == Status.DELIVERED || status() == Status.CLOSED) {
            return;
        }
        require(status() == Status.SHIPPED, Reason.NOT_DELIVERABLE);
        Set<?> left = state().departures().shipments().keySet();
        require(left.containsAll(command.lost()), Reason.UNKNOWN_SHIPMENT);
        require(!command.lost().containsAll(left), Reason.NOTHING_DELIVERED);
        apply(new OrderDelivered(id(), command.lost()));
    }

    @CommandHandler
    void handle(CloseOrder command) {
        if (status() == Status.CLOSED) {
            return;
        }
        boolean allLost = status() == Status.SHIPPED && command.reason() == ClosingReason.ALL_LOST;
        require(status() == Status.DELIVERED || allLost, Reason.NOT_CLOSABLE);
        require(state().returns().open().isEmpty(), Reason.RETURN_OPEN);
        apply(new OrderClosed(id(), command.reason()));
    }

    /** @return the pieces with their values; for a return that is open already, those it was opened with */
    List<ReturnItem> handle(OpenReturn command) {
        OrderReturnOpened opened = comeback().open(command);
        if (!state().returns().open().containsKey(command.returnId())) {
            apply(opened);
        }
        return opened.items();
    }

    @CommandHandler
    void handle(SettleReturn command) {
        comeback().settle(command).ifPresent(event -> apply(event));
    }

    /** @param give what each of the payments can give of the amount, card before wallet; not asked a second time */
    void handle(RefundOrder command, Function<List<PaymentPart>, List<RefundPart>> give) {
        comeback().refund(command, give).ifPresent(event -> apply(event));
    }

    private Comeback comeback() {
        return new Comeback(guard(), state());
    }

    @CommandHandler
    void handle(ErasePersonalData command) {
        if (state().buyer() == Buyer.FORGOTTEN) {
            return;
        }
        require(state().buyer() == Buyer.GUEST, Reason.NOT_A_GUEST);
        require(AFTER_THE_LAST_PARCEL.contains(status()), Reason.ADDRESS_NEEDED);
        apply(new OrderPersonalDataErased(id(), command.reason()));
    }

    private void require(boolean allowed, Reason otherwise) {
        guard().require(allowed, otherwise);
    }

    private Guard guard() {
        return new Guard(id(), status());
    }

    private Status status() {
        return state().status();
    }

    private OrderId id() {
        return Objects.requireNonNull(id, "an order has a history");
    }

    OrderState state() {
        return Objects.requireNonNull(state, "an order has a history");
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        id = event.orderId();
        state = event instanceof OrderPlaced placed ? OrderState.placed(placed) : state().after(event);
    }
}
