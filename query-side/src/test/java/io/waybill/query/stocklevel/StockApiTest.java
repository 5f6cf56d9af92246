package io.waybill.query.stocklevel;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.OrderId;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class StockApiTest {
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("stocklevel");
        OrderId order = Orders.hearts().orderId();
        service.story()
                .received("85123A@NORTH", 5)
                .received("85123A@MAIN", 10)
                .reserved("85123A@MAIN", order, 4)
                .received("71053@MAIN", 1);
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_sku_has_a_level_in_each_warehouse_and_one_in_all() {
        Answer answer = service.get("/api/v1/stock/85123A");

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"sku":"85123A","onHand":15,"reserved":4,"available":11,"warehouses":[
                  {"warehouse":"MAIN","onHand":10,"reserved":4,"available":6,"version":1},
                  {"warehouse":"NORTH","onHand":5,"reserved":0,"available":5,"version":0}]}
                """);
    }

    @Test
    void one_warehouse_has_a_version_as_its_entity_tag() {
        Answer answer = service.get("/api/v1/stock/85123a/main");

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"sku":"85123A","warehouse":"MAIN","onHand":10,"reserved":4,"available":6,"version":1}
                """);
    }

    @Test
    void levels_are_listed_by_sku_and_those_of_which_little_is_left_by_what_is_left() {
        assertThat(service.get("/api/v1/stock?fields=sku,warehouse").body()).isEqualToIgnoringWhitespace("""
                {"items":[{"sku":"71053","warehouse":"MAIN"},{"sku":"85123A","warehouse":"MAIN"},
                          {"sku":"85123A","warehouse":"NORTH"}],"next":null}
                """);
        assertThat(service.get("/api/v1/stock?below=6").list("$.items[*].available"))
                .containsExactly(1, 5);
        assertThat(service.get("/api/v1/stock?below=7&sort=-available&warehouse=main")
                        .list("$.items[*].available"))
                .containsExactly(6, 1);
    }

    @Test
    void pages_of_levels_walk_over_each_once() {
        Answer first = service.get("/api/v1/stock?limit=2&sort=-available");
        Answer second = service.get("/api/v1/stock?limit=2&sort=-available&after=" + first.read("$.next"));

        assertThat(first.list("$.items[*].available")).containsExactly(6, 5);
        assertThat(second.list("$.items[*].available")).containsExactly(1);
        assertThat(second.read("$.next")).isNull();
    }

    @Test
    void a_list_of_levels_below_a_number_is_sorted_by_what_is_available_only() {
        assertRefused(service.get("/api/v1/stock?below=6&sort=sku"), "sort", "available or -available");
        assertRefused(service.get("/api/v1/stock?below=few"), "below", "a whole number");
        assertRefused(service.get("/api/v1/stock?sort=price"), "sort", "sku|available");
        assertRefused(service.get("/api/v1/stock?limit=10000000"), "limit", "between 1 and 200");
    }

    @Test
    void skus_are_compared_in_upper_case() {
        assertThat(service.get("/api/v1/stock/85123a").read("$.sku")).isEqualTo("85123A");
    }

    @Test
    void a_sku_that_was_never_seen_is_not_found_and_what_is_no_sku_is_refused() {
        assertNotFound(service.get("/api/v1/stock/99999"), "STOCK_NOT_FOUND");
        assertRefused(service.get("/api/v1/stock/a@b"), "sku", "not a valid Sku");
        assertRefused(service.get("/api/v1/stock/71053?warehouse=MAIN"), "warehouse", "no parameters here");
        assertNotFound(service.get("/api/v1/stock/71053/NORTH"), "STOCK_NOT_FOUND");
        assertRefused(service.get("/api/v1/stock/71053/a@b"), "warehouse", "not a valid WarehouseId");
    }
}
