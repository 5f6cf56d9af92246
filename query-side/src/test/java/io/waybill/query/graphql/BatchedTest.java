package io.waybill.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealServers(Server.POSTGRES)
class BatchedTest {
    private static final int ORDERS = 50;

    /** The list, the orders, what belongs to them, customers, products, histories. */
    private static final int STATEMENTS = 6;

    private static final String EVERYTHING = """
            query ($first: Int!, $after: String) {
              orders(first: $first, after: $after) {
                edges {
                  cursor
                  node {
                    orderId reference status country total { amount currency } lineCount orderedAt version
                    customer { customerId name address { city } }
                    shipTo { name city country }
                    lines { number sku quantity unitPrice { amount } product { name price { amount currency } } }
                    rejections { reason }
                    amendments { number }
                    payments { paymentId status amount { amount } captured { amount } times { authorizedAt } }
                    shipments { shipmentId status warehouse trackingNumber items { sku quantity } }
                    returns { returnId status outcome refund { amount } received { condition } }
                    fulfilment { step since waitsFor undone { what why } }
                    history(first: 20) { version name actor payload changes { path after } }
                  }
                }
                pageInfo { hasNextPage hasPreviousPage endCursor }
              }
            }
            """;

    private static final CustomerProfile LOVELACE = new CustomerProfile(
            "Ada Lovelace", "ada@example.org", null, new ShippingAddress(null, null, "London", null, "United Kingdom"));

    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables(
                Map.of("spring.datasource.driver-class-name", CountingDriver.class.getName()),
                "ordersummary",
                "fulfilment",
                "customer",
                "product",
                "audit");
        service.story()
                .customer(new CustomerRegistered(CustomerId.of("17850"), LOVELACE))
                .product(new ProductRegistered(Sku.of("85123A"), "HEART", Orders.money("GBP", "2.55")))
                .product(new ProductRegistered(Sku.of("71053"), "LANTERN", Orders.money("GBP", "3.391")));
        for (int i = 0; i < ORDERS; i++) {
            WholeLife.told(service.story());
        }
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void fifty_orders_with_everything_take_as_many_statements_as_one() {
        ask(1, null);

        long before = CountingDriver.executed();
        Answer one = ask(1, null);
        long between = CountingDriver.executed();
        Answer all = ask(ORDERS, null);
        long after = CountingDriver.executed();

        assertThat(one.list("$.data.orders.edges[*].cursor")).hasSize(1);
        assertThat(all.list("$.data.orders.edges[*].cursor")).hasSize(ORDERS);
        assertThat(all.list("$.data.orders.edges[*].node.lines[*].product.name"))
                .hasSize(2 * ORDERS);
        assertThat(all.list("$.data.orders.edges[*].node.customer.address.city"))
                .hasSize(ORDERS);
        assertThat(all.list("$.data.orders.edges[*].node.shipments[*].trackingNumber"))
                .hasSize(2 * ORDERS);
        assertThat(all.list("$.data.orders.edges[*].node.history[0].name"))
                .hasSize(ORDERS)
                .containsOnly("OrderPlaced");
        assertThat(all.list("$.data.orders.edges[*].node.returns[*].outcome")).hasSize(ORDERS);
        assertThat(between - before).isEqualTo(STATEMENTS);
        assertThat(after - between).isEqualTo(STATEMENTS);
    }

    @Test
    void pages_follow_each_other_without_repeating_or_skipping() {
        Answer all = ask(ORDERS, null);
        Answer first = ask(20, null);
        Answer second =
                ask(ORDERS, first.read("$.data.orders.pageInfo.endCursor").toString());

        assertThat(first.read("$.data.orders.pageInfo.hasNextPage")).isEqualTo(true);
        assertThat(second.read("$.data.orders.pageInfo.hasPreviousPage")).isEqualTo(true);
        assertThat(second.read("$.data.orders.pageInfo.hasNextPage")).isEqualTo(false);
        assertThat(second.list("$.data.orders.edges[*].node.orderId"))
                .isEqualTo(all.list("$.data.orders.edges[*].node.orderId").subList(20, ORDERS));
    }

    private static Answer ask(int first, String after) {
        Answer answer = Asked.ask(
                service, EVERYTHING, after == null ? Map.of("first", first) : Map.of("first", first, "after", after));
        assertThat(answer.body()).doesNotContain("\"errors\"");
        return answer;
    }
}
