package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import com.jayway.jsonpath.JsonPath;
import io.waybill.contract.Events;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.product.ProductEvent;
import io.waybill.projection.view.Fingerprint;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.HttpStatus;

/** Every kind of damage to a view is found and named, and a rebuild mends it. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class VerificationTest {
    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Told while one view is checked, so that the log does not grow beyond what the other tests can read. */
    private static final int ORDERS_MEANWHILE = 5;

    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final List<String> VIEWS = RunningProjections.VIEWS;

    /** Of each view at most one in each round. */
    static final List<Map<String, Damage>> DAMAGES = List.of(
            Map.of(
                    "ordersummary",
                    missing("delete from ordersummary where status = 'PLACED'"),
                    "stocklevel",
                    different("update stocklevel set on_hand = 1000 where (sku, warehouse) = ('71053', 'MAIN')"),
                    "salesreport",
                    missing("delete from salesreport where (order_id, line) ="
                            + " (select order_id, line from salesreport where line = 2 limit 1)"),
                    "fulfilment",
                    missing("delete from fulfilment where (order_id, kind, id) ="
                            + " (select order_id, kind, id from fulfilment where kind = 'payment' limit 1)"),
                    "customer",
                    different("update customer set name = 'Blaise'"),
                    "product",
                    different("update product set price = 1"),
                    "wallet",
                    different("update wallet set balance = 1000 where held = 0"),
                    "transfer",
                    missing("delete from transfer"),
                    "audit",
                    missing("delete from audit where position = 5")),
            Map.of(
                    "ordersummary",
                    different("update ordersummary set version = 7 where status = 'PLACED'"),
                    "stocklevel",
                    new Damage(
                            "insert into stocklevel (sku, warehouse, on_hand, reserved, version)"
                                    + " values ('X', 'MAIN', 1, 0, 0)",
                            "in the view and not in the log"),
                    "salesreport",
                    different("update salesreport set total = total + 1 where (order_id, line) ="
                            + " (select order_id, line from salesreport where line = 2 limit 1)"),
                    "fulfilment",
                    different("update fulfilment set state = '{}' where (order_id, kind, id) ="
                            + " (select order_id, kind, id from fulfilment where kind = 'return' limit 1)"),
                    "audit",
                    different("update audit set payload = '{}' where position = 5")));

    private static final Story story = new Story();
    private static OrderId hearts;
    private static TestLog log;
    private static RunningProjections service;

    @BeforeAll
    static void start() {
        log = new TestLog(Events.all());
        hearts = story.placed(Orders.hearts());
        story.placed(Orders.clocks());
        story.received("71053@MAIN", 10).reserved("71053@MAIN", hearts, 8).confirmed(hearts);
        story.received("85123A@MAIN", 10);
        WholeLife.told(story);
        WholeLife.catalogueAndWallets(story);
        story.customer(
                new CustomerRegistered(CustomerId.of("17850"), new CustomerProfile("Ada Lovelace", null, null, null)));
        log.append(story);
        service = new RunningProjections(
                log.topic, Map.of("waybill.verification.patience", "15s", "waybill.rebuilds.at-once", VIEWS.size()));
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
    }

    @BeforeEach
    void settle() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(VIEWS.size())
                        .containsOnly(story.events().size()));
    }

    @ParameterizedTest
    @FieldSource("VIEWS")
    void a_view_is_as_the_log_says(String view) {
        String check = verify(view);

        assertThat(kinds(check)).isEmpty();
        assertThat(JsonPath.<Integer>read(check, "$.check.count"))
                .isEqualTo((int) service.fingerprint(view).rows())
                .isNotZero();
        assertThat(JsonPath.<String>read(check, "$.check.checksum"))
                .isEqualTo(service.fingerprint(view).checksum().toString());
    }

    @ParameterizedTest
    @FieldSource("DAMAGES")
    void damage_is_found_and_named_and_a_rebuild_mends_it(Map<String, Damage> damages) {
        damages.forEach((view, damage) -> service.sql(damage.statement()));

        damages.forEach((view, damage) ->
                assertThat(kinds(verify(view))).as(view).containsExactly(Map.entry(damage.kind(), 1)));

        rebuild(damages.keySet());
        damages.keySet()
                .forEach(view -> assertThat(kinds(verify(view))).as(view).isEmpty());
    }

    @Test
    void a_document_that_was_deleted_is_found() throws IOException {
        client().delete(gone ->
                gone.index(service.index("ordersearch")).id(hearts.toString()).refresh(Refresh.True));

        String check = verify("ordersearch");

        assertThat(kinds(check)).containsExactly(Map.entry("missing in the view", 1));
        assertThat(JsonPath.<List<String>>read(check, "$.check.differences[*].examples[*]"))
                .containsExactly(hearts.toString());
        rebuild(List.of("ordersearch"));
        assertThat(kinds(verify("ordersearch"))).isEmpty();
    }

    @Test
    void a_document_that_was_changed_is_found() throws IOException {
        client().update(
                        change -> change.index(service.index("ordersearch"))
                                .id(hearts.toString())
                                .doc(Map.of("status", "PLACED")),
                        Object.class);

        assertThat(kinds(verify("ordersearch"))).containsExactly(Map.entry("different in the view", 1));
        rebuild(List.of("ordersearch"));
    }

    @Test
    void a_product_that_was_changed_in_the_index_is_found() throws IOException {
        String sku = story.events().stream()
                .map(event -> event.getPayload())
                .filter(ProductEvent.class::isInstance)
                .map(event -> ((ProductEvent) event).sku().value())
                .findFirst()
                .orElseThrow();
        client().update(
                        change -> change.index(service.index("productsearch"))
                                .id(sku)
                                .doc(Map.of("name", "something else")),
                        Object.class);

        assertThat(kinds(verify("productsearch"))).containsExactly(Map.entry("different in the view", 1));
        rebuild(List.of("productsearch"));
    }

    @Test
    void a_check_stays_clean_while_events_come() throws Exception {
        int head = story.events().size();
        AtomicBoolean enough = new AtomicBoolean();
        Semaphore turns = new Semaphore(0);
        try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = writer.submit(() -> {
                for (int n = 0; !enough.get(); n++) {
                    turns.acquire();
                    OrderId order = story.placed(Orders.guest());
                    story.received("S" + n % 3 + "@MAIN", 1)
                            .reserved("S" + n % 3 + "@MAIN", order, 1)
                            .confirmed(order);
                    WholeLife.told(story);
                    log.append(story);
                }
                return null;
            });
            try {
                for (String view : VIEWS) {
                    turns.release(ORDERS_MEANWHILE);
                    assertThat(kinds(lines(view, head))).as(view).isEmpty();
                }
            } finally {
                enough.set(true);
                turns.release();
            }
            writing.get();
        }
    }

    @Test
    void a_topic_that_is_filled_again_changes_no_view_and_all_go_on() {
        List<Fingerprint> before = VIEWS.stream().map(service::fingerprint).toList();

        log.refill();
        await().atMost(PATIENCE).until(log::isFilled);

        assertThat(VIEWS.stream().map(service::fingerprint)).containsExactlyElementsOf(before);
        story.received("71053@MAIN", 1);
        log.append(story);
        settle();
        VIEWS.forEach(view -> assertThat(kinds(verify(view))).as(view).isEmpty());
    }

    @Test
    void a_view_that_does_not_get_as_far_as_it_has_to_is_behind() {
        int head = story.events().size();

        String check = lines("stocklevel", head + 3);

        assertThat(kinds(check)).containsExactly(Map.entry("not yet handled", 3));
    }

    @Test
    void an_unknown_view_is_not_found() {
        assertThat(service.get(OPERATIONS + "/nonsense/verification").status()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @AfterEach
    void nothing_is_left_behind() {
        // A server process ends a moment after its connection.
        await().atMost(PATIENCE)
                .until(() -> service.count("pg_class where relpersistence = 't' and relkind = 'r'") == 0);
    }

    private static String verify(String view) {
        return lines(view, story.events().size());
    }

    /** The line with the check, which has to be the last but one. */
    private static String lines(String view, int upTo) {
        Answer answer = service.get(OPERATIONS + "/" + view + "/verification?upTo=" + upTo);
        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getLast()).isEqualTo("{\"end\":true}");
        return lines.get(lines.size() - 2);
    }

    private static List<Map.Entry<String, Integer>> kinds(String check) {
        List<Map<String, Object>> differences = JsonPath.read(check, "$.check.differences");
        return differences.stream()
                .map(found -> Map.entry((String) found.get("kind"), (Integer) found.get("count")))
                .toList();
    }

    private static void rebuild(Collection<String> views) {
        List<String> rebuilds = views.stream()
                .map(view -> service.post(OPERATIONS + "/" + view + "/rebuilds").header("Location"))
                .toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rebuilds)
                        .allSatisfy(rebuild ->
                                assertThat(service.get(rebuild).read("$.state")).isEqualTo("SWITCHED")));
    }

    private static Damage missing(String statement) {
        return new Damage(statement, "missing in the view");
    }

    private static Damage different(String statement) {
        return new Damage(statement, "different in the view");
    }

    /**
     * Of one row.
     *
     * @param kind as what it is told
     */
    record Damage(String statement, String kind) {}

    private static ElasticsearchClient client() {
        return service.bean(ElasticsearchClient.class);
    }
}
