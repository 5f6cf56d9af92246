package io.waybill.command.inventory;

import static io.waybill.command.inventory.Stocks.MUGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.Aggregates;
import io.waybill.contract.inventory.CountStock;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.RestockReturn;
import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.inventory.StockCommand;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for a stock whatever is done to it, in whatever order. */
class StockLawsTest {
    private static final int MOST_COMMANDS = 40;

    @Property(tries = 300)
    void available_pieces_are_never_negative_and_no_more_are_promised_than_there_are(
            @ForAll("commands") List<StockCommand> commands) {
        StockState state = StockState.NONE;
        for (StockEvent event : history(commands)) {
            if (event instanceof StockReserved promised) {
                assertThat((long) promised.quantity()).isLessThanOrEqualTo(state.available());
            }
            state = state.after(event);
            assertThat(state.available()).isEqualTo(Math.max(0, state.onHand() - state.reserved()));
            assertThat(state.onHand()).isNotNegative();
            assertThat(state.held().values()).allMatch(pieces -> pieces > 0);
        }
    }

    @Property(tries = 300)
    void a_reservation_is_held_once(@ForAll("commands") List<StockCommand> commands) {
        Set<ReservationId> held = new HashSet<>();
        for (StockEvent event : history(commands)) {
            if (event instanceof StockReserved reserved) {
                assertThat(held.add(reserved.reservation()))
                        .as("%s for the first time", reserved)
                        .isTrue();
            }
        }
    }

    @Property(tries = 100)
    void folding_a_history_twice_gives_the_same(@ForAll("commands") List<StockCommand> commands) {
        List<StockEvent> history = history(commands);

        assertThat(fold(history)).isEqualTo(fold(history));
    }

    @Property(tries = 200)
    void a_saga_s_command_that_comes_twice_has_its_effect_once(@ForAll("ofSagas") List<StockCommand> commands) {
        List<StockCommand> twice = commands.stream()
                .flatMap(command -> Stream.of(command, command))
                .toList();

        assertThat(fold(history(stocked(twice)))).isEqualTo(fold(history(stocked(commands))));
    }

    @Provide
    Arbitrary<List<StockCommand>> commands() {
        return Arbitraries.oneOf(arrivals(), sagaCommands()).list().ofMaxSize(MOST_COMMANDS);
    }

    @Provide
    Arbitrary<List<StockCommand>> ofSagas() {
        return sagaCommands().list().ofMaxSize(MOST_COMMANDS);
    }

    private static Arbitrary<StockCommand> arrivals() {
        return Arbitraries.oneOf(
                pieces().map(quantity -> new ReceiveStock(MUGS, quantity)),
                Arbitraries.integers().between(0, 20).map(counted -> new CountStock(MUGS, counted, null)));
    }

    private static Arbitrary<StockCommand> sagaCommands() {
        return Arbitraries.oneOf(
                Combinators.combine(reservations(), pieces())
                        .as((reservation, quantity) -> new ReserveStock(MUGS, reservation, quantity)),
                Combinators.combine(reservations(), Arbitraries.integers().between(0, 3))
                        .as((reservation, keep) -> new ReleaseReservation(MUGS, reservation, keep)),
                Combinators.combine(reservations(), few(), pieces())
                        .as((reservation, number, quantity) ->
                                new ShipReservation(MUGS, reservation, new ShipmentId(new UUID(1, number)), quantity)),
                Combinators.combine(few(), few(), pieces())
                        .as((number, line, quantity) ->
                                new RestockReturn(MUGS, new ReturnId(new UUID(2, number)), line, quantity)));
    }

    /** Few, so that they meet. */
    private static Arbitrary<ReservationId> reservations() {
        return Arbitraries.integers().between(1, 5).map(Stocks::reservation);
    }

    private static Arbitrary<Integer> few() {
        return Arbitraries.integers().between(1, 3);
    }

    private static Arbitrary<Integer> pieces() {
        return Arbitraries.integers().between(1, 8);
    }

    private static List<StockCommand> stocked(List<StockCommand> commands) {
        return Stream.concat(Stream.of(new ReceiveStock(MUGS, 20)), commands.stream())
                .toList();
    }

    private static List<StockEvent> history(List<StockCommand> commands) {
        try (Aggregates stock = new Aggregates(configurer -> configurer
                .configureAggregate(Stock.class)
                .registerCommandHandler(axon -> new StockArrivals(
                        axon.repository(Stock.class),
                        id -> axon.eventStore().lastSequenceNumberFor(id).isPresent())))) {
            commands.forEach(stock::send);
            return stock.events().stream().map(StockEvent.class::cast).toList();
        }
    }

    private static StockState fold(List<StockEvent> history) {
        StockState state = StockState.NONE;
        for (StockEvent event : history) {
            state = state.after(event);
        }
        return state;
    }
}
