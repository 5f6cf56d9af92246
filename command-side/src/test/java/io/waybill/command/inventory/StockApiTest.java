package io.waybill.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RealServers({Server.POSTGRES, Server.KAFKA})
class StockApiTest {
    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_count_is_recorded() {
        service.post("/api/v1/stock/mug/main/counts", "{\"counted\":8,\"note\":\"two broken\"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/stock/MUG")
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .json("{\"sku\":\"MUG\",\"warehouse\":\"MAIN\",\"version\":1}");

        assertThat(last("MUG@MAIN"))
                .isEqualTo("{\"stock\":\"MUG@MAIN\",\"counted\":8,\"before\":10,\"uncovered\":0,"
                        + "\"note\":\"two broken\"}");
    }

    @Test
    void a_count_begins_the_stock_of_a_warehouse_which_orders_can_then_be_filled_from() {
        service.post("/api/v1/stock/mug/spare/counts", "{\"counted\":3}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"");

        assertThat(service.database
                        .sql("select count(*) from stock_source where sku = 'MUG' and warehouse = 'SPARE'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"-1,/counted", "1000000001,/counted", "null,/counted"})
    void a_count_beyond_sense_is_refused_by_name(String counted, String pointer) {
        service.post("/api/v1/stock/mug/main/counts", "{\"counted\":" + counted + "}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void stock_of_an_unknown_product_is_not_counted() {
        service.post("/api/v1/stock/nobody/main/counts", "{\"counted\":1}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("UNKNOWN_SKU");
    }

    private static String last(String stock) {
        return service.database
                .sql("select payload::text from event where aggregate_id = ? order by sequence_number desc limit 1")
                .param(stock)
                .query(String.class)
                .single();
    }
}
