package io.waybill.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealServers(Server.POSTGRES)
class OneOrderTest {
    private static RunningQuerySide service;
    private static WholeLife life;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("ordersummary", "fulfilment", "customer", "product", "audit");
        life = WholeLife.told(service.story());
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_order_is_answered_in_the_parts_that_are_asked_for() {
        Answer answer = Asked.ask(
                service,
                "query ($id: ID!) { order(id: $id) { status total { amount currency } lines { sku unitPrice { amount } } } }",
                Map.of("id", life.id.toString()));

        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"data":{"order":{"status":"CLOSED","total":{"amount":"42.43","currency":"GBP"},
                 "lines":[{"sku":"85123A","unitPrice":{"amount":"2.55"}},{"sku":"71053","unitPrice":{"amount":"3.391"}}]}}}
                """);
    }

    @Test
    void it_says_the_same_as_the_read_api() {
        Answer graph = Asked.ask(service, """
                { order(id: "%s") { version updatedAt shipTo { city } payments { paymentId refunded { amount } }
                  shipments { shipmentId endedAt } returns { returnId since } fulfilment { step since } } }
                """.formatted(life.id));
        Answer api = service.get("/api/v1/orders/" + life.id);

        for (String path : List.of(
                "version",
                "updatedAt",
                "shipTo.city",
                "payments[0].paymentId",
                "payments[0].refunded.amount",
                "shipments[1].endedAt",
                "returns[0].since",
                "fulfilment.step",
                "fulfilment.since")) {
            assertThat(graph.read("$.data.order." + path)).as(path).isEqualTo(api.read("$." + path));
        }
    }

    @Test
    void a_history_goes_on_behind_a_version() {
        Answer answer = Asked.ask(
                service,
                "{ order(id: \"" + life.id + "\") { begin: history(first: 2) { version name }"
                        + " rest: history(after: 1, first: 2) { version recordedAt payload changes { path } } } }");

        assertThat(answer.list("$.data.order.begin[*].name")).containsExactly("OrderPlaced", "OrderConfirmed");
        assertThat(answer.list("$.data.order.rest[*].version")).containsExactly(2, 3);
        assertThat(answer.read("$.data.order.rest[0].payload.orderId")).isEqualTo(life.id.toString());
    }

    @Test
    void lists_are_filtered_and_sorted() {
        service.story().placed(Orders.clocks());
        service.tell();

        Answer french = Asked.ask(
                service, "{ orders(filter: {country: \"France\", status: PLACED}) { edges { node { reference } } } }");
        Answer sorted = Asked.ask(
                service,
                "{ orders(sort: PLACED_AT, filter: {placedFrom: \"2026-01-05T11:00:00+01:00\"})"
                        + " { edges { node { reference } } } }");

        assertThat(french.list("$.data.orders.edges[*].node.reference")).containsExactly("536370");
        assertThat(sorted.list("$.data.orders.edges[*].node.reference")).containsExactly("536365", "536370");
    }

    @Test
    void what_is_not_there_is_null() {
        Answer answer = Asked.ask(
                service, "{ order(id: \"" + UUID.randomUUID() + "\") { status } product(sku: \"NONE\") { name } }");

        assertThat(answer.body()).isEqualToIgnoringWhitespace("{\"data\":{\"order\":null,\"product\":null}}");
    }
}
