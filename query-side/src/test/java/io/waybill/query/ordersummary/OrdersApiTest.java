package io.waybill.query.ordersummary;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.Rejection.Reason;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class OrdersApiTest {
    private static final String ORDERS = "/api/v1/orders";
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("ordersummary");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void empty() {
        service.fold().empty("ordersummary");
    }

    @Test
    void an_order_is_answered_with_its_lines_and_its_version_as_entity_tag() {
        OrderId order = service.story().placed(Orders.hearts());
        service.tell();

        Answer answer = service.get(ORDERS + "/" + order);

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("ETag")).startsWith("\"0-");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache, private");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"orderId":"%s","reference":"536365","customerId":"17850","status":"PLACED",
                 "shipTo":{"name":"Ada Lovelace","street":"12 St James's Square","city":"London",
                           "postcode":"SW1Y 4LB","country":"United Kingdom"},
                 "total":{"amount":"42.43","currency":"GBP"},
                 "lines":[
                   {"number":1,"sku":"85123A","description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":6,
                    "unitPrice":{"amount":"2.55","currency":"GBP"},"total":{"amount":"15.30","currency":"GBP"}},
                   {"number":2,"sku":"71053","description":"WHITE METAL LANTERN","quantity":8,
                    "unitPrice":{"amount":"3.391","currency":"GBP"},"total":{"amount":"27.13","currency":"GBP"}}],
                 "rejections":[],"amendments":[],"payments":[],"shipments":[],"returns":[],"orderedAt":"2010-12-01T08:26:00Z",
                 "placedAt":"%s","updatedAt":"%s","version":0}
                """.formatted(
                        order, answer.read("$.placedAt"), answer.read("$.placedAt")));
    }

    @Test
    void a_rejected_order_says_why() {
        OrderId order = service.story().placed(Orders.hearts());
        service.story()
                .rejected(
                        order,
                        new Rejection(Reason.SHORT_STOCK, Sku.of("71053"), "2 of 8 are there"),
                        new Rejection(Reason.PAYMENT_DECLINED, null, "the card was refused"));
        service.tell();

        Answer answer = service.get(ORDERS + "/" + order);

        assertThat(answer.read("$.status")).isEqualTo("REJECTED");
        assertThat(answer.header("ETag")).startsWith("\"1-");
        assertThat(answer.list("$.rejections[*].reason")).containsExactly("SHORT_STOCK", "PAYMENT_DECLINED");
        assertThat(answer.list("$.rejections[*].sku")).containsExactly("71053");
    }

    @Test
    void who_has_the_same_answer_already_is_not_sent_it_again() {
        OrderId order = service.story().placed(Orders.hearts());
        service.tell();
        String tag = service.get(ORDERS + "/" + order).header("ETag");

        assertThat(service.get(ORDERS + "/" + order, "If-None-Match", tag).status())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(service.get(ORDERS + "/" + order, "If-None-Match", "\"0\"").status())
                .isEqualTo(HttpStatus.OK);

        service.fold()
                .jdbc()
                .sql("update ordersummary set name = null where order_id = ?")
                .param(order.value())
                .update();

        assertThat(service.get(ORDERS + "/" + order, "If-None-Match", tag).header("ETag"))
                .as("what changes without the order's version")
                .startsWith("\"0-")
                .isNotEqualTo(tag);
    }

    @Test
    void a_list_is_not_sent_again_either_while_it_is_the_same() {
        tellThree();
        String tag = service.get(ORDERS).header("ETag");

        assertThat(service.get(ORDERS, "If-None-Match", tag).status()).isEqualTo(HttpStatus.NOT_MODIFIED);

        service.story().placed(Orders.guest());
        service.tell();
        assertThat(service.get(ORDERS, "If-None-Match", tag).status()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void fields_that_are_not_asked_for_are_left_out() {
        OrderId order = service.story().placed(Orders.hearts());
        service.tell();

        assertThat(service.get(ORDERS + "?fields=orderId,status").body())
                .isEqualToIgnoringWhitespace(
                        "{\"items\":[{\"orderId\":\"%s\",\"status\":\"PLACED\"}],\"next\":null}".formatted(order));
        assertThat(service.get(ORDERS + "/" + order + "?fields=version,reference")
                        .body())
                .isEqualToIgnoringWhitespace("{\"reference\":\"536365\",\"version\":0}");
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void orders_are_listed_by_every_status(OrderStatus status) {
        tellThree();
        service.fold()
                .jdbc()
                .sql("update ordersummary set status = ? where reference = '536370'")
                .param(status.name())
                .update();

        assertThat(service.get(ORDERS + "?status=" + status).list("$.items[*].reference"))
                .contains("536370");
    }

    @Test
    void an_order_that_is_not_there_is_not_found_and_what_is_no_id_is_refused() {
        assertNotFound(service.get(ORDERS + "/" + UUID.randomUUID()), "ORDER_NOT_FOUND");
        assertRefused(service.get(ORDERS + "/536365"), "id", "a UUID");
    }

    @Test
    void orders_are_listed_newest_first() {
        tellThree();

        Answer answer = service.get(ORDERS);

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.list("$.items[*].country")).containsExactly("France", "France", "United Kingdom");
        assertThat(answer.list("$.items[*].total.amount")).containsExactly("3.39", "90.00", "42.43");
        assertThat(answer.read("$.next")).isNull();
    }

    @Test
    void a_list_keeps_to_a_status_and_a_customer() {
        tellThree();

        assertThat(service.get(ORDERS + "?status=CONFIRMED").list("$.items[*].reference"))
                .containsExactly("536365");
        assertThat(service.get(ORDERS + "?customer=12583").list("$.items[*].reference"))
                .containsExactly("536370");
        assertThat(service.get(ORDERS + "?customer=12583&status=CONFIRMED").list("$.items[*]"))
                .isEmpty();
        assertThat(service.get(ORDERS + "?country=France&status=PLACED").list("$.items[*].reference"))
                .containsExactly("536370");
    }

    @Test
    void a_list_keeps_to_when_orders_were_placed_and_is_sorted_by_it() {
        tellThree();
        String first = service.get(ORDERS + "?sort=placedAt")
                .list("$.items[*].placedAt")
                .getFirst()
                .toString();

        assertThat(service.get(ORDERS + "?placedTo=" + first).list("$.items[*]"))
                .isEmpty();
        Answer all = service.get(ORDERS + "?placedFrom=" + first);
        assertThat(all.list("$.items[*].country")).containsExactly("France", "France", "United Kingdom");
        assertThat(service.get(ORDERS + "?sort=placedAt&placedFrom=" + first).list("$.items[*].country"))
                .containsExactly("United Kingdom", "France", "France");
    }

    @Test
    void pages_walk_over_every_order_once_while_others_come_in() {
        // Every third of the same second, so that the second half of the key decides.
        List<String> there = IntStream.range(0, 50)
                .mapToObj(n -> service.story().placed(order(n)).toString())
                .toList();
        service.tell();

        List<Object> walked = new ArrayList<>();
        String next = "";
        for (int page = 0; next != null; page++) {
            Answer answer = service.get(ORDERS + "?limit=7" + next);
            walked.addAll(answer.list("$.items[*].orderId"));
            next = answer.read("$.next") == null ? null : "&after=" + answer.read("$.next");
            // One in front of what was walked over, and one in the midst of it.
            service.story().placed(order(1_000 + page));
            service.tell();
        }

        assertThat(walked).doesNotHaveDuplicates().containsAll(there);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0               | limit    | between 1 and 200
            limit=201             | limit    | between 1 and 200
            limit=many            | limit    | a whole number
            limit=                | limit    | a whole number
            status=               | status   | one of PLACED
            status=LOST           | status   | one of PLACED, CONFIRMED, REJECTED, CANCELLED
            customer=             | customer | between 1 and 64
            after=nonsense        | after    | no cursor
            after=%25%25          | after    | no cursor
            colour=red            | colour   | unknown: there are after, country, customer, fields, limit, placedFrom
            country=              | country  | between 1 and 100
            placedFrom=yesterday  | placedFrom | a time
            placedFrom=0001-01-01T00:00:00Z | placedFrom | between 1900
            placedFrom=2026-02-01T00:00:00Z&placedTo=2026-01-01T00:00:00Z | placedTo | before placedFrom
            sort=total            | sort     | orderedAt
            placedTo=2026-02-01T00:00:00Z&sort=orderedAt | sort | together with placedFrom
            fields=orderId,colour | fields   | has 'colour': there are orderId, reference
            fields=orderId,       | fields   | has ''
            after=LW9yZGVyZWRBdHxhfGI | after | no cursor
            after=b3JkZXJlZEF0fGF8Yg  | after | order orderedAt
            limit=1&limit=2       | limit    | twice
            """)
    void a_parameter_that_is_wrong_is_refused_by_name(String query, String parameter, String detail) {
        assertRefused(service.get(ORDERS + "?" + query), parameter, detail);
    }

    @Test
    void a_single_order_takes_no_other_parameters() {
        assertRefused(service.get(ORDERS + "/" + UUID.randomUUID() + "?verbose=1"), "verbose", "fields, minVersion");
    }

    private static void tellThree() {
        OrderId hearts = service.story().placed(Orders.hearts());
        service.story().placed(Orders.clocks());
        service.story().placed(Orders.guest());
        service.story().confirmed(hearts);
        service.tell();
    }

    private static OrderPlaced order(int n) {
        return Orders.placed(
                "R" + n,
                null,
                new ShippingAddress(null, null, null, null, "France"),
                Orders.MORNING.plusSeconds(n / 3),
                Orders.line(1, "71053", "WHITE METAL LANTERN", 1, "3.39"));
    }
}
