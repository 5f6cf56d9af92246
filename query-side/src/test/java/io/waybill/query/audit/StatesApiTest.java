package io.waybill.query.audit;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** Any version of anything, and what lies between two; the last one is what the other views say. */
@RealServers(Server.POSTGRES)
class StatesApiTest {
    private static final int RECEIPTS = 1_001;
    private static final String BUSY = "/api/v1/audit/stock/BUSY@MAIN";
    private static RunningQuerySide service;
    private static WholeLife life;
    private static Story story;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("audit", "fulfilment", "ordersummary", "stocklevel", "wallet");
        story = service.story();
        for (int n = 0; n < RECEIPTS; n++) {
            story.received("BUSY@MAIN", 2);
        }
        life = WholeLife.told(story);
        WholeLife.catalogueAndWallets(story);
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 50, 51, 99, 999, 1_000})
    void each_version_is_there(int version) {
        Answer answer = service.get(BUSY + "/as-of?version=" + version);

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(answer.read("$.version")).isEqualTo(version);
        assertThat(answer.read("$.event")).isEqualTo("StockReceived");
        assertThat(answer.read("$.recordedAt")).isEqualTo(at(version));
        assertThat(answer.read("$.state.onHand")).isEqualTo(2 * (version + 1));
        assertThat(answer.read("$.state.available")).isEqualTo(2 * (version + 1));
    }

    @Test
    void each_time_is_there_and_one_to_come_is_now() {
        assertThat(service.get(BUSY + "/as-of?at=" + at(777)).read("$.version")).isEqualTo(777);
        assertThat(service.get(BUSY + "/as-of?at=" + at(777).replace("Z", ".9%2B00:00"))
                        .read("$.version"))
                .isEqualTo(777);
        assertThat(service.get(BUSY + "/as-of?at=2999-01-01T00:00:00Z").read("$.version"))
                .isEqualTo(RECEIPTS - 1);
    }

    @Test
    void an_answer_says_what_led_to_the_state() {
        Answer answer = service.get("/api/v1/audit/order/" + life.id + "/as-of?version=1");

        assertThat(answer.read("$.type")).isEqualTo("order");
        assertThat(answer.read("$.id")).isEqualTo(life.id.toString());
        assertThat(answer.read("$.event")).isEqualTo("OrderConfirmed");
        assertThat(answer.read("$.actor")).isEqualTo("ada");
        assertThat(answer.read("$.command")).isEqualTo("ACommand");
        assertThat(answer.read("$.correlationId")).isEqualTo("correlation-1");
        assertThat(answer.read("$.state.status")).isEqualTo("CONFIRMED");
        assertThat(answer.body()).doesNotContain("null");
    }

    @Test
    void a_difference_is_what_has_changed_between_two_versions_or_times() {
        Answer versions = service.get(BUSY + "/diff?from=10&to=910");
        Answer times = service.get(BUSY + "/diff?from=" + at(10) + "&to=" + at(910));

        assertThat(versions.body()).isEqualToIgnoringWhitespace("""
                {"type":"stock","id":"BUSY@MAIN","from":{"version":10,"recordedAt":"%s"},
                 "to":{"version":910,"recordedAt":"%s"},
                 "changes":[{"path":"/onHand","before":22,"after":1822},
                            {"path":"/available","before":22,"after":1822}]}
                """.formatted(at(10), at(910)));
        assertThat(times.body()).isEqualTo(versions.body());
        assertThat(service.get(BUSY + "/diff?from=10&to=10").list("$.changes")).isEmpty();
    }

    @Test
    void the_pages_of_a_history_say_what_each_event_changed() {
        Answer page = service.get("/api/v1/audit/order/" + life.id);

        assertThat(page.list("$.items[1].changes[*].path")).containsExactly("/status", "/confirmedAmendment");
        assertThat(page.read("$.items[1].changes[0].before")).isEqualTo("PLACED");
        assertThat(page.read("$.items[1].changes[0].after")).isEqualTo("CONFIRMED");
        assertThat(page.list("$.items[0].changes[*].path")).contains("/status", "/lines", "/payments", "/total");
        assertThat(page.list("$.items[0].changes[*].before")).isEmpty();
    }

    @Test
    void the_last_state_is_what_the_other_views_say() {
        Answer order = service.get("/api/v1/orders/" + life.id);
        Answer then = last("order/" + life.id);
        assertSame(then, "$.state.status", order, "$.status");
        assertSame(then, "$.version", order, "$.version");
        assertSame(then, "$.state.total", order, "$.total");
        assertSame(then, "$.state.customerId", order, "$.customerId");
        assertSame(then, "$.state.lines['2'].unitPrice", order, "$.lines[1].unitPrice");
        assertSame(then, "$.state.lines['2'].quantity", order, "$.lines[1].quantity");

        Answer payment = service.get("/api/v1/payments/" + life.payment.paymentId());
        Answer paid = last("payment/" + life.payment.paymentId());
        for (String field : new String[] {"amount", "authorized", "captured", "refunded"}) {
            assertSame(paid, "$.state." + field, payment, "$." + field);
        }
        assertSame(
                last("shipment/" + life.hearts.shipmentId()),
                "$.state.status",
                service.get("/api/v1/shipments/" + life.hearts.shipmentId()),
                "$.status");
        assertSame(
                last("return/" + life.back), "$.state.status", service.get("/api/v1/returns/" + life.back), "$.status");
    }

    @Test
    void stock_and_wallets_add_up_as_their_views_do() {
        Answer stock = service.get("/api/v1/stock/85123A");
        for (String field : new String[] {"onHand", "reserved", "available"}) {
            assertSame(last("stock/85123A@MAIN"), "$.state." + field, stock, "$." + field);
        }
        service.fold().rows("select wallet_id from wallet").forEach(row -> {
            Answer wallet = service.get("/api/v1/wallets/" + row.getFirst());
            for (String field : new String[] {"balance", "held", "available", "status"}) {
                assertSame(last("wallet/" + row.getFirst()), "$.state." + field, wallet, "$." + field);
            }
        });
    }

    @Test
    void a_moment_that_is_not_in_the_history_is_not_found() {
        for (String path : Arrays.asList("/as-of?version=1001", "/diff?from=0&to=1001")) {
            Answer beyond = service.get(BUSY + path);
            assertNotFound(beyond, "NO_SUCH_VERSION");
            assertThat(beyond.read("$.errors[0].detail").toString()).contains("1000");
        }
        Answer before = service.get(BUSY + "/diff?from=2025-12-31T23:59:59Z&to=3");
        assertNotFound(before, "BEFORE_FIRST_EVENT");
        assertThat(before.read("$.errors[0].parameter")).isEqualTo("from");
        assertNotFound(service.get(BUSY + "/as-of?at=2025-12-31T23:59:59Z"), "BEFORE_FIRST_EVENT");
        assertNotFound(service.get("/api/v1/audit/order/" + UUID.randomUUID() + "/as-of?version=0"), "NO_HISTORY");
        assertNotFound(service.get("/api/v1/audit/spaceship/1/as-of?version=0"), "UNKNOWN_ENTITY_TYPE");
    }

    @Test
    void what_is_no_moment_is_refused() {
        assertRefused(service.get(BUSY + "/as-of"), "version", "version and at");
        assertRefused(service.get(BUSY + "/as-of?version=1&at=" + at(1)), "at", "version and at");
        assertRefused(service.get(BUSY + "/as-of?version=-1"), "version", "");
        assertRefused(service.get(BUSY + "/as-of?at=yesterday"), "at", "offset");
        assertRefused(service.get(BUSY + "/as-of?at=-999999999-01-01T00:00:00Z"), "at", "between");
        assertRefused(service.get(BUSY + "/diff?from=5&to=4"), "from", "after to");
        assertRefused(service.get(BUSY + "/diff?from=" + at(5) + "&to=" + at(4)), "from", "after to");
        assertRefused(service.get(BUSY + "/diff?from=5"), "to", "");
        assertRefused(service.get(BUSY + "/diff?from=x&to=5"), "from", "offset");
        assertRefused(service.get(BUSY + "/diff?from=0&to=5&deep=1"), "deep", "unknown");
    }

    private static String at(int second) {
        return Story.BEGIN.plusSeconds(second).toString();
    }

    private static Answer last(String entity) {
        return service.get("/api/v1/audit/" + entity + "/as-of?at=2999-01-01T00:00:00Z");
    }

    private static void assertSame(Answer one, String path, Answer other, String otherPath) {
        assertThat(one.read(path)).as(path).isNotNull().isEqualTo(other.read(otherPath));
    }
}
