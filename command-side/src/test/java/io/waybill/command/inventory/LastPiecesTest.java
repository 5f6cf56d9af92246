package io.waybill.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.command.SagaCommands;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.OrderId;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many more orders than pieces, all at once. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class LastPiecesTest {
    private static final int ORDERS = 1_000;
    private static final int PIECES = 10;

    private static RunningCommandSide service;
    private static RunningCommandSide another;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        another = service.anotherNode();
    }

    @AfterAll
    static void stop() {
        another.close();
        service.close();
    }

    @Test
    void a_thousand_parallel_orders_for_the_last_ten_pieces_sell_exactly_ten() throws Exception {
        service.stocked("RARE", PIECES);
        StockKey stock = StockKey.of("RARE@MAIN");
        SagaCommands here = SagaCommands.of(service);
        SagaCommands there = SagaCommands.of(another);

        AtOnce.call(ORDERS, number -> {
            OrderId order = new OrderId(new UUID(0x7000, number));
            // Two nodes, so that not only the locks of one of them keep order.
            (number % 2 == 0 ? here : there)
                    .take("reserve/" + order, new ReserveStock(stock, new ReservationId(order, 1), 1));
            return order;
        });

        assertThat(count("StockReserved")).isEqualTo(PIECES);
        assertThat(count("StockReservationRejected")).isEqualTo(ORDERS - PIECES);
        assertThat(service.database
                        .sql("select count(distinct payload ->> 'reservation') from event"
                                + " where aggregate_id = 'RARE@MAIN' and name <> 'StockReceived'")
                        .query(Long.class)
                        .single())
                .as("orders that were answered")
                .isEqualTo(ORDERS);
    }

    private static long count(String event) {
        return service.database
                .sql("select count(*) from event where aggregate_id = 'RARE@MAIN' and name = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
