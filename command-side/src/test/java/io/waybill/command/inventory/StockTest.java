package io.waybill.command.inventory;

import static io.waybill.command.inventory.Stocks.FIRST;
import static io.waybill.command.inventory.Stocks.MUGS;
import static io.waybill.command.inventory.Stocks.NEXT_SHIPMENT;
import static io.waybill.command.inventory.Stocks.RETURN;
import static io.waybill.command.inventory.Stocks.SECOND;
import static io.waybill.command.inventory.Stocks.SHIPMENT;
import static io.waybill.command.inventory.Stocks.counted;
import static io.waybill.command.inventory.Stocks.received;
import static io.waybill.command.inventory.Stocks.released;
import static io.waybill.command.inventory.Stocks.reserved;
import static io.waybill.command.inventory.Stocks.shipped;

import io.waybill.contract.inventory.CountStock;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.RestockReturn;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockReservationRejected;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StockTest {
    private final AggregateTestFixture<Stock> stock = new AggregateTestFixture<>(Stock.class);

    private boolean begun = true;

    @BeforeEach
    void arrivals() {
        stock.registerAnnotatedCommandHandler(new StockArrivals(stock.getRepository(), id -> begun));
    }

    private TestExecutor<Stock> nothing() {
        begun = false;
        return stock.givenNoPriorActivity();
    }

    @Nested
    class Arrivals {
        @Test
        void the_first_receipt_begins_it() {
            nothing().when(new ReceiveStock(MUGS, 5)).expectEvents(received(5));
        }

        @Test
        void another_receipt_adds_to_it() {
            stock.given(received(5)).when(new ReceiveStock(MUGS, 7)).expectEvents(received(7));
        }

        @Test
        void the_first_count_begins_it() {
            nothing().when(new CountStock(MUGS, 5, null)).expectEvents(counted(5, 0, 0));
        }

        @Test
        void a_count_says_what_is_there() {
            stock.given(received(5), counted(3, 5, 0))
                    .when(new ReserveStock(MUGS, FIRST, 4))
                    .expectEvents(new StockReservationRejected(MUGS, FIRST, 4, 3));
        }

        @Test
        void a_count_keeps_its_note_and_what_was_expected() {
            stock.given(received(5))
                    .when(new CountStock(MUGS, 9, "found a box"))
                    .expectEvents(new StockCounted(MUGS, 9, 5, 0, "found a box"));
        }

        @Test
        void a_count_below_what_is_reserved_is_recorded_and_flagged() {
            stock.given(received(5), reserved(FIRST, 4))
                    .when(new CountStock(MUGS, 1, null))
                    .expectEvents(counted(1, 5, 3));
        }

        @Test
        void while_reservations_are_uncovered_nothing_is_available() {
            stock.given(received(5), reserved(FIRST, 4), counted(1, 5, 3), received(3))
                    .when(new ReserveStock(MUGS, SECOND, 1))
                    .expectEvents(new StockReservationRejected(MUGS, SECOND, 1, 0));
        }

        @Test
        void what_arrives_covers_them_before_anything_is_available() {
            stock.given(received(5), reserved(FIRST, 4), counted(1, 5, 3), received(5))
                    .when(new ReserveStock(MUGS, SECOND, 2))
                    .expectEvents(reserved(SECOND, 2));
        }

        @Test
        void the_first_return_begins_it() {
            nothing().when(new RestockReturn(MUGS, RETURN, 1, 2)).expectEvents(restocked(1, 2));
        }

        @Test
        void what_comes_back_is_available() {
            stock.given(received(1), restocked(1, 2))
                    .when(new ReserveStock(MUGS, FIRST, 3))
                    .expectEvents(reserved(FIRST, 3));
        }

        @Test
        void the_same_line_of_a_return_comes_back_once() {
            stock.given(received(1), restocked(1, 2))
                    .when(new RestockReturn(MUGS, RETURN, 1, 2))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void another_line_of_the_return_comes_back_too() {
            stock.given(received(1), restocked(1, 2))
                    .when(new RestockReturn(MUGS, RETURN, 2, 1))
                    .expectEvents(restocked(2, 1));
        }

        private static ReturnRestocked restocked(int line, int quantity) {
            return new ReturnRestocked(MUGS, RETURN, line, quantity);
        }
    }

    @Nested
    class Reservations {
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
        void what_was_rejected_can_be_asked_for_again() {
            stock.given(received(5), new StockReservationRejected(MUGS, FIRST, 6, 5))
                    .when(new ReserveStock(MUGS, FIRST, 5))
                    .expectEvents(reserved(FIRST, 5));
        }

        @Test
        void reserving_again_changes_nothing() {
            stock.given(received(5), reserved(FIRST, 2))
                    .when(new ReserveStock(MUGS, FIRST, 2))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void what_was_given_back_is_not_held_again() {
            stock.given(received(5), reserved(FIRST, 2), released(FIRST, 2))
                    .when(new ReserveStock(MUGS, FIRST, 2))
                    .expectEvents(new StockReservationRejected(MUGS, FIRST, 2, 0));
        }

        @Test
        void what_was_shipped_is_not_held_again() {
            stock.given(received(5), reserved(FIRST, 2), shipped(FIRST, 2))
                    .when(new ReserveStock(MUGS, FIRST, 2))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void what_is_released_is_available_again() {
            stock.given(received(5), reserved(FIRST, 5), released(FIRST, 5))
                    .when(new ReserveStock(MUGS, SECOND, 5))
                    .expectEvents(reserved(SECOND, 5));
        }

        @Test
        void releasing_gives_back_all_that_was_held() {
            stock.given(received(5), reserved(FIRST, 2))
                    .when(new ReleaseReservation(MUGS, FIRST, 0))
                    .expectEvents(released(FIRST, 2));
        }

        @Test
        void releasing_keeps_as_many_as_it_is_told_to() {
            stock.given(received(5), reserved(FIRST, 5))
                    .when(new ReleaseReservation(MUGS, FIRST, 3))
                    .expectEvents(released(FIRST, 2));
        }

        @Test
        void what_was_kept_is_still_held() {
            stock.given(received(5), reserved(FIRST, 5), released(FIRST, 2))
                    .when(new ReserveStock(MUGS, SECOND, 3))
                    .expectEvents(new StockReservationRejected(MUGS, SECOND, 3, 2));
        }

        @Test
        void releasing_down_to_the_same_again_changes_nothing() {
            stock.given(received(5), reserved(FIRST, 5), released(FIRST, 2))
                    .when(new ReleaseReservation(MUGS, FIRST, 3))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void releasing_what_is_not_held_changes_nothing() {
            stock.given(received(5))
                    .when(new ReleaseReservation(MUGS, FIRST, 0))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Shipping {
        @Test
        void what_is_held_is_shipped() {
            stock.given(received(5), reserved(FIRST, 2))
                    .when(new ShipReservation(MUGS, FIRST, SHIPMENT, 2))
                    .expectEvents(shipped(FIRST, 2));
        }

        @Test
        void what_was_shipped_is_gone() {
            stock.given(received(5), reserved(FIRST, 2), shipped(FIRST, 2))
                    .when(new ReserveStock(MUGS, SECOND, 4))
                    .expectEvents(new StockReservationRejected(MUGS, SECOND, 4, 3));
        }

        @Test
        void the_same_shipment_takes_it_once() {
            stock.given(received(5), reserved(FIRST, 4), shipped(FIRST, 2))
                    .when(new ShipReservation(MUGS, FIRST, SHIPMENT, 2))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void another_shipment_takes_the_rest() {
            stock.given(received(5), reserved(FIRST, 4), shipped(FIRST, 2))
                    .when(new ShipReservation(MUGS, FIRST, NEXT_SHIPMENT, 2))
                    .expectEvents(new ReservationShipped(MUGS, FIRST, NEXT_SHIPMENT, 2));
        }

        @Test
        void more_than_is_held_is_not_shipped() {
            stock.given(received(5), reserved(FIRST, 2))
                    .when(new ShipReservation(MUGS, FIRST, SHIPMENT, 3))
                    .expectException(StockRefused.class)
                    .expectExceptionMessage("stock MUG@MAIN holds 2 for 01900000-0000-7000-8000-000000000001#1");
        }

        @Test
        void what_left_although_a_count_had_missed_it_leaves_nothing_behind() {
            stock.given(received(5), reserved(FIRST, 4), counted(1, 5, 3), shipped(FIRST, 4), received(2))
                    .when(new ReserveStock(MUGS, SECOND, 2))
                    .expectEvents(reserved(SECOND, 2));
        }
    }
}
