package io.waybill.query.audit;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderId;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class AuditSearchApiTest {
    private static final String AUDIT = "/api/v1/audit";
    private static RunningQuerySide service;
    private static OrderId order;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("audit");
        Story story = service.story();
        order = story.placed(Orders.hearts());
        story.received("71053@MAIN", 5)
                .reserved("71053@MAIN", order, 1)
                .order(new OrderCancelled(order, "The curtains' colour is another one"))
                .customer(new CustomerErased(CustomerId.of("17850"), "asked by letter"));
        service.tell();
        service.fold()
                .jdbc()
                .sql("update audit set actor = 'bob' where position = 2")
                .update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_latest_events_of_anything_come_first() {
        Answer answer = service.get(AUDIT);

        assertThat(answer.list("$.items[*].name"))
                .containsExactly("CustomerErased", "OrderCancelled", "StockReserved", "StockReceived", "OrderPlaced");
        assertThat(answer.read("$.items[0].type")).isEqualTo("customer");
        assertThat(answer.read("$.items[0].id")).isEqualTo("17850");
        assertThat(answer.read("$.items[1].payload.orderId")).isEqualTo(order.toString());
        assertThat(answer.read("$.next")).isNull();
    }

    @Test
    void they_are_found_by_actor_event_type_and_time_and_all_of_these() {
        assertThat(names("?actor=bob")).containsExactly("StockReceived");
        assertThat(names("?event=OrderPlaced")).containsExactly("OrderPlaced");
        assertThat(names("?type=stock")).containsExactly("StockReserved", "StockReceived");
        assertThat(names("?from=2026-01-05T10:00:03Z")).containsExactly("CustomerErased", "OrderCancelled");
        assertThat(names("?to=2026-01-05T10:00:00Z")).containsExactly("OrderPlaced");
        assertThat(names("?type=stock&actor=ada&from=2026-01-05T10:00:00Z&to=2026-01-05T11:00:00Z&event=StockReserved"))
                .containsExactly("StockReserved");
        assertThat(names("?event=OrderTeleported")).isEmpty();
    }

    @Test
    void they_are_found_by_words_of_what_happened() {
        assertThat(names("?q=curtains")).containsExactly("OrderCancelled");
        assertThat(names("?q=" + encoded("\"asked by\" letter"))).containsExactly("CustomerErased");
        assertThat(names("?q=" + encoded("curtains or lantern"))).containsExactly("OrderCancelled", "OrderPlaced");
        assertThat(names("?q=" + encoded(order + " -curtains") + "&type=order")).containsExactly("OrderPlaced");
        assertThat(names("?q=" + encoded("curtain"))).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        List<Object> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            Answer page = service.get(AUDIT + "?limit=2" + after);
            found.addAll(page.list("$.items[*].position"));
            Object next = page.read("$.next");
            after = next == null ? null : "&after=" + next;
        }

        assertThat(found).containsExactly(5, 4, 3, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table audit; --",
                "a & | ! ( ) <-> b:* \\",
                "x' or 1=1 --",
                "((((((word",
                "кириллица 数",
                "word \" unbalanced"
            })
    void whatever_is_written_in_a_search_is_only_words(String words) {
        assertThat(service.get(AUDIT + "?q=" + encoded(words)).status()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void what_no_index_could_find_is_refused() {
        assertRefused(service.get(AUDIT + "?q=" + encoded("-curtains")), "q", "word");
        assertRefused(service.get(AUDIT + "?q=" + encoded("%_%")), "q", "word");
        assertRefused(service.get(AUDIT + "?q=" + "x".repeat(201)), "q", "");
    }

    @Test
    void what_is_no_parameter_is_refused() {
        assertRefused(service.get(AUDIT + "?type=spaceship"), "type", "one of order");
        assertRefused(service.get(AUDIT + "?event=" + encoded("a b")), "event", "");
        assertRefused(service.get(AUDIT + "?from=yesterday"), "from", "offset");
        assertRefused(service.get(AUDIT + "?to=12"), "to", "offset");
        assertRefused(service.get(AUDIT + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"), "from", "after to");
        assertRefused(service.get(AUDIT + "?limit=10000000"), "limit", "between 1 and 200");
        assertRefused(service.get(AUDIT + "?after=x"), "after", "no cursor");
        assertRefused(service.get(AUDIT + "?after=KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBafDE"), "after", "no cursor");
        assertRefused(service.get(AUDIT + "?who=ada"), "who", "unknown");
    }

    @Test
    void a_request_is_followed_through_all_that_it_set_in_motion() {
        service.fold().jdbc().sql("""
                insert into audit (entity_type, entity_id, version, name, revision, recorded_at, actor, command,
                                   correlation_id, causation_id, payload, position, event_id, command_cause)
                values ('order', 'a', 0, 'OrderPlaced', 1, '2026-01-04T10:00:00Z', 'ada', 'PlaceOrder', 'checkout-7',
                        'c1', '{}', 101, 'e1', null),
                       ('stock', 'b', 0, 'StockReserved', 1, '2026-01-04T10:00:01Z', 'saga:fulfilment', 'ReserveStock',
                        'checkout-7', 'c2', '{}', 102, 'e2', 'e1'),
                       ('customer', 'customer:7', 0, 'CustomerRegistered', 1, '2026-01-04T10:00:02Z', 'ada',
                        'RegisterCustomer', 'checkout-7', 'c3', '{}', 103, 'e3', null)
                """).update();
        try {
            Answer all = service.get(AUDIT + "/correlations/checkout-7");
            Answer one = service.get(AUDIT + "/correlations/checkout-7?limit=1");

            assertThat(all.list("$.commands[*].command")).containsExactly("PlaceOrder", "RegisterCustomer");
            assertThat(all.list("$.commands[0].events[0].ledTo[*].events[*].name"))
                    .containsExactly("StockReserved");
            assertThat(all.read("$.commands[1].events[0].id")).isEqualTo("7");
            assertThat(all.read("$.omitted")).isEqualTo(0);
            assertThat(one.read("$.events")).isEqualTo(1);
            assertThat(one.read("$.omitted")).isEqualTo(2);
            assertNotFound(service.get(AUDIT + "/correlations/checkout-8"), "UNKNOWN_CORRELATION");
            assertRefused(service.get(AUDIT + "/correlations/checkout-7?limit=1001"), "limit", "between 1 and 1000");
        } finally {
            service.fold().jdbc().sql("delete from audit where position > 100").update();
        }
    }

    private static List<Object> names(String query) {
        return service.get(AUDIT + query).list("$.items[*].name");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
