package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockTest {
    private static final StockKey MUGS = StockKey.of("MUG@MAIN");
    private static final ReservationId FIRST = reservation(1);
    private static final ReservationId SECOND = reservation(2);

    private final AggregateTestFixture<Stock> stock = new AggregateTestFixture<>(Stock.class);

    private boolean begun = true;

    @BeforeEach
    void receipts() {
        stock.registerAnnotatedCommandHandler(new StockReceipts(stock.getRepository(), id -> begun));
    }

    @Test
    void the_first_receipt_begins_it() {
        begun = false;
        stock.givenNoPriorActivity().when(new ReceiveStock(MUGS, 5)).expectEvents(new StockReceived(MUGS, 5));
    }

    @Test
    void another_receipt_adds_to_it() {
        stock.given(received(5)).when(new ReceiveStock(MUGS, 7)).expectEvents(new StockReceived(MUGS, 7));
    }

    @Test
    void what_is_available_can_be_reserved_to_the_last_piece() {
        stock.given(received(5), reserved(FIRST, 2))
                .when(new ReserveStock(MUGS, SECOND, 3))
                .expectEvents(reserved(SECOND, 3));
    }

    @Test
    void more_than_is_available_is_rejected_and_says_how_much_there_was() {
        stock.given(received(5), reserved(FIRST, 2))
                .when(new ReserveStock(MUGS, SECOND, 4))
                .expectEvents(new StockReservationRejected(MUGS, SECOND, 4, 3));
    }

    @Test
    void reserving_again_changes_nothing() {
        stock.given(received(5), reserved(FIRST, 2))
                .when(new ReserveStock(MUGS, FIRST, 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_released_is_available_again() {
        stock.given(received(5), reserved(FIRST, 5), new ReservationReleased(MUGS, FIRST, 5))
                .when(new ReserveStock(MUGS, SECOND, 5))
                .expectEvents(reserved(SECOND, 5));
    }

    @Test
    void releasing_gives_back_all_that_was_held() {
        stock.given(received(5), reserved(FIRST, 2))
                .when(new ReleaseReservation(MUGS, FIRST))
                .expectEvents(new ReservationReleased(MUGS, FIRST, 2));
    }

    @Test
    void releasing_what_is_not_held_changes_nothing() {
        stock.given(received(5))
                .when(new ReleaseReservation(MUGS, FIRST))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static StockReceived received(int quantity) {
        return new StockReceived(MUGS, quantity);
    }

    private static StockReserved reserved(ReservationId reservation, int quantity) {
        return new StockReserved(MUGS, reservation, quantity);
    }

    private static ReservationId reservation(int group) {
        return new ReservationId(OrderId.of("01900000-0000-7000-8000-000000000001"), group);
    }
}
