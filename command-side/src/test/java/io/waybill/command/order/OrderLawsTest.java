package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.Refused;
import io.waybill.command.order.OrderState.Status;
import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.joda.money.Money;

/** What holds for an order whatever is done to it, in whatever sequence. */
class OrderLawsTest {
    private static final int MOST_MOVES = 40;
    private static final List<OrderMoves> TO_THE_DOOR = List.of(
            new OrderMoves(OrderMoves.Kind.CONFIRM, 0, 0, 0),
            new OrderMoves(OrderMoves.Kind.SHIP, 0, 0, 0),
            new OrderMoves(OrderMoves.Kind.SHIP, 1, 0, 0),
            new OrderMoves(OrderMoves.Kind.DELIVER, 0, 0, 0));
    private static final Set<Status> ALL_LEFT = EnumSet.of(Status.SHIPPED, Status.DELIVERED, Status.CLOSED);
    private static final Map<Status, Set<Status>> NEXT = Map.of(
            Status.PLACED, EnumSet.of(Status.PLACED, Status.CONFIRMED, Status.REJECTED, Status.CANCELLED),
            Status.CONFIRMED, EnumSet.of(Status.CONFIRMED, Status.CANCELLED, Status.PARTIALLY_SHIPPED, Status.SHIPPED),
            Status.PARTIALLY_SHIPPED, EnumSet.of(Status.PARTIALLY_SHIPPED, Status.SHIPPED),
            Status.SHIPPED, EnumSet.of(Status.SHIPPED, Status.DELIVERED, Status.CLOSED),
            Status.DELIVERED, EnumSet.of(Status.DELIVERED, Status.CLOSED),
            Status.CLOSED, EnumSet.of(Status.CLOSED),
            Status.CANCELLED, EnumSet.of(Status.CANCELLED),
            Status.REJECTED, EnumSet.of(Status.REJECTED));

    @Property(tries = 200)
    void whatever_is_done_to_it_an_order_is_in_a_legal_state(@ForAll("moves") List<OrderMoves> moves) {
        List<OrderState> states = states(history(moves));
        Statistics.collect(states.getLast().status());

        for (int at = 0; at < states.size(); at++) {
            OrderState now = states.get(at);
            OrderState before = states.get(Math.max(0, at - 1));
            assertThat(NEXT.get(before.status())).contains(now.status());
            groupsHoldWhatTheLinesAskFor(now);
            noGroupGrowsOrComesBack(before, now);
            thePaymentsCoverTheTotal(now);
            nothingLeavesThatWasNotOrdered(now);
            nothingComesBackThatWasNotDelivered(now);
        }
    }

    @Property(tries = 50)
    void folding_a_history_twice_gives_the_same(@ForAll("moves") List<OrderMoves> moves) {
        List<OrderEvent> history = history(moves);

        assertThat(states(history)).isEqualTo(states(history));
    }

    private static void groupsHoldWhatTheLinesAskFor(OrderState now) {
        Map<Sku, Integer> held = new HashMap<>();
        Set<Integer> numbers = new HashSet<>();
        for (LineGroup group : now.terms().groups()) {
            held.merge(group.sku(), group.quantity(), Integer::sum);
            assertThat(numbers.add(group.number())).isTrue();
            assertThat(group.number()).isLessThanOrEqualTo(now.terms().lastGroup());
        }
        assertThat(held).isEqualTo(OrderMoves.pieces(now));
    }

    private static void noGroupGrowsOrComesBack(OrderState before, OrderState now) {
        Map<Integer, Integer> old = new HashMap<>();
        before.terms().groups().forEach(group -> old.put(group.number(), group.quantity()));
        for (LineGroup group : now.terms().groups()) {
            if (group.number() <= before.terms().lastGroup()) {
                assertThat(group.quantity()).isLessThanOrEqualTo(old.getOrDefault(group.number(), 0));
            }
        }
    }

    private static void thePaymentsCoverTheTotal(OrderState now) {
        List<PaymentPart> payments = now.terms().payments();
        Money covered =
                payments.stream().map(PaymentPart::amount).reduce(Money::plus).orElseThrow();
        assertThat(covered).isGreaterThanOrEqualTo(Terms.total(now.terms().lines()));
        assertThat(payments.stream().map(PaymentPart::paymentId)).doesNotHaveDuplicates();
    }

    private static void nothingLeavesThatWasNotOrdered(OrderState now) {
        List<LineGroup> groups = now.terms().groups();
        assertThat(now.departures().fitInto(groups)).isTrue();
        assertThat(now.departures().fill(groups)).isEqualTo(ALL_LEFT.contains(now.status()));
    }

    private static void nothingComesBackThatWasNotDelivered(OrderState now) {
        for (ReturnableLine line : now.returns().lines().values()) {
            assertThat(line.claimed()).isBetween(0, line.delivered());
            assertThat(line.delivered()).isLessThanOrEqualTo(line.line().quantity());
            assertThat(line.value()).isBetween(Money.zero(now.terms().currency()), line.worth());
            if (line.left() == 0) {
                assertThat(line.value()).isEqualTo(line.worth());
            }
        }
        assertThat(now.status() != Status.CLOSED || now.returns().open().isEmpty())
                .isTrue();
    }

    @Provide
    Arbitrary<List<OrderMoves>> moves() {
        Arbitrary<OrderMoves.Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, OrderMoves.Kind.CONFIRM),
                Tuple.of(2, OrderMoves.Kind.CONFIRM_STALE),
                Tuple.of(1, OrderMoves.Kind.REJECT),
                Tuple.of(1, OrderMoves.Kind.CANCEL),
                Tuple.of(6, OrderMoves.Kind.AMEND),
                Tuple.of(2, OrderMoves.Kind.UNDO),
                Tuple.of(16, OrderMoves.Kind.SHIP),
                Tuple.of(2, OrderMoves.Kind.SHIP_TOO_MUCH),
                Tuple.of(8, OrderMoves.Kind.DELIVER),
                Tuple.of(14, OrderMoves.Kind.OPEN_RETURN),
                Tuple.of(10, OrderMoves.Kind.SETTLE_RETURN),
                Tuple.of(1, OrderMoves.Kind.CLOSE),
                Tuple.of(3, OrderMoves.Kind.REFUND));
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 5);
        Arbitrary<List<OrderMoves>> any = Combinators.combine(kinds, number, number, number)
                .as(OrderMoves::new)
                .list()
                .ofMaxSize(MOST_MOVES);
        // Left to chance, few orders arrive; so half of them are sent to the door first.
        return Combinators.combine(Arbitraries.<List<OrderMoves>>of(List.of(), TO_THE_DOOR), any)
                .as((first, then) -> {
                    List<OrderMoves> moves = new ArrayList<>(first);
                    moves.addAll(then);
                    return moves;
                });
    }

    /** What happens when all of them are made; those that are refused leave nothing behind. */
    private static List<OrderEvent> history(List<OrderMoves> moves) {
        Configuration axon = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(configuration -> EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())))
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Order.class)
                .registerCommandHandler(
                        configuration -> new OthersInTheTransaction(new Orders(configuration.repository(Order.class))))
                .start();
        try {
            CommandGateway gateway = axon.commandGateway();
            gateway.sendAndWait(OrderStories.place());
            for (int step = 0; step < moves.size(); step++) {
                try {
                    gateway.sendAndWait(
                            moves.get(step).command(states(stored(axon)).getLast(), step));
                } catch (Refused refused) {
                    assertThat(refused.reason()).isNotBlank();
                }
            }
            return stored(axon);
        } finally {
            axon.shutdown();
        }
    }

    private static List<OrderEvent> stored(Configuration axon) {
        return axon.eventStore()
                .readEvents(ORDER.toString())
                .asStream()
                .map(Message::getPayload)
                .map(OrderEvent.class::cast)
                .toList();
    }

    private static List<OrderState> states(List<OrderEvent> history) {
        List<OrderState> states = new ArrayList<>();
        for (OrderEvent event : history) {
            states.add(
                    event instanceof OrderPlaced placed
                            ? OrderState.placed(placed)
                            : states.getLast().after(event));
        }
        return states;
    }
}
