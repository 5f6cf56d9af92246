package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import com.jayway.jsonpath.JsonPath;
import io.waybill.contract.Events;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** The rows of single aggregates are made anew from their own histories, and no others are touched. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class RepairTest {
    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final CustomerId ADA = CustomerId.of("17850");
    /** Events of one SKU. */
    private static final int LONG = 5_000;

    /** Events that those who write are ahead of the view. */
    private static final int AHEAD = 100;

    private static final StockKey LANTERNS = StockKey.of("71053@NORTH");

    private static final Story story = new Story();
    private static TestLog log;
    private static TestHistories histories;
    private static RunningProjections service;

    /** An event of a release to come. */
    @Revision("1")
    record OrderForwarded(OrderId orderId) {}

    @BeforeAll
    static void start() {
        List<Class<?>> events = new ArrayList<>(Events.all());
        events.add(OrderForwarded.class);
        log = new TestLog(events);
        histories = TestHistories.of(log);
        story.customer(new CustomerRegistered(ADA, new CustomerProfile("Ada Lovelace", null, null, null)));
        story.placed(Orders.clocks());
        WholeLife.told(story);
        WholeLife.told(story);
        WholeLife.catalogueAndWallets(story);
        log.append(story);
        service = new RunningProjections(log.topic, histories.properties());
    }

    @AfterAll
    static void stop() {
        service.close();
        histories.close();
        log.close();
    }

    @BeforeEach
    void settle() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(RunningProjections.VIEWS.size())
                        .containsOnly(story.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ordersummary | Order | update ordersummary set status = 'LOST', version = version + 7",
                "ordersummary | Order | delete from ordersummary",
                "salesreport  | Order | update salesreport set quantity = quantity + 1",
                "salesreport  | Order | delete from salesreport where line = 2",
                "stocklevel   | Stock | update stocklevel set on_hand = 1000, version = version + 9",
                "customer     | Customer | update customer set name = 'Blaise'",
                "product      | Product | delete from product",
                "wallet       | Wallet | update wallet set balance = balance + 1",
                "transfer     | Transfer | update transfer set status = 'FAILED'",
                "fulfilment   | Order | update fulfilment set state = '{}' where kind = 'order'",
                "fulfilment   | Stock | delete from fulfilment where kind = 'stock'",
                "fulfilment   | Payment | update fulfilment set version = 100 where kind = 'payment'",
                "fulfilment   | Shipment | delete from fulfilment where kind = 'shipment'",
                "fulfilment   | Return | delete from fulfilment where kind = 'return'",
                "statement    | Order | update statement set amount = amount + 1 where kind in ('ORDERED', 'CREDITED')",
                "statement    | Payment | delete from statement where kind in ('PAID', 'REFUNDED')",
                "statement    | Wallet | delete from statement where account = 'wallet'"
            })
    void damaged_rows_are_made_anew(String view, String type, String damage) {
        Fingerprint before = service.fingerprint(view);
        service.sql(damage);
        assertThat(service.fingerprint(view)).isNotEqualTo(before);

        Answer repair = repair(view, ids(type));

        assertThat(repair.read("$.failed")).as(repair.body()).isEqualTo(0);
        assertThat(repair.read("$.done")).isEqualTo(ids(type).size());
        assertThat(service.fingerprint(view)).isEqualTo(before);
    }

    @Test
    void a_hundred_are_repaired_by_one_request_and_more_than_a_thousand_are_refused() {
        List<String> stocks =
                IntStream.range(0, 100).mapToObj(n -> "R" + n + "@MAIN").toList();
        stocks.forEach(stock -> story.received(stock, 1));
        log.append(story);
        settle();
        Fingerprint before = service.fingerprint("stocklevel");
        service.sql("update stocklevel set on_hand = 7 where sku ~ '^R[0-9]+$'");

        Answer repair = repair("stocklevel", stocks);

        assertThat(repair.read("$.done")).isEqualTo(100);
        assertThat(repair.read("$.failed")).isEqualTo(0);
        assertThat(service.fingerprint("stocklevel")).isEqualTo(before);

        List<String> more =
                IntStream.rangeClosed(0, 1_000).mapToObj(n -> "R" + n + "@MAIN").toList();
        assertThat(ask("stocklevel", more).status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void a_damaged_document_is_made_anew() throws IOException {
        Fingerprint before = service.fingerprint("productsearch");
        String index = service.index("productsearch");
        ElasticsearchClient client = service.bean(ElasticsearchClient.class);
        client.update(change -> change.index(index).id("85123A").doc(Map.of("name", "else")), Object.class);

        assertThat(repair("productsearch", List.of("85123A")).read("$.done")).isEqualTo(1);
        assertThat(service.fingerprint("productsearch")).isEqualTo(before);

        client.delete(gone -> gone.index(index).id("85123A").refresh(Refresh.True));
        assertThat(repair("productsearch", List.of("85123A")).read("$.done")).isEqualTo(1);
        assertThat(service.fingerprint("productsearch")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "ordersearch"})
    void a_view_that_cannot_says_why(String view) {
        Answer refused = ask(view, List.of("85123A"));

        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.read("$.reason")).isEqualTo("NOT_REPAIRABLE");
        assertThat(refused.read("$.detail")).asString().contains("Rebuild " + view + " instead.");
    }

    @Test
    void what_is_no_aggregate_of_the_view_fails_by_itself_and_changes_nothing() {
        Fingerprint before = service.fingerprint("stocklevel");
        String wallet = ids("Wallet").getFirst();

        Answer repair = repair("stocklevel", List.of("NOTHING@MAIN", wallet, LANTERNS.toString()));

        assertThat(repair.read("$.done")).isEqualTo(1);
        assertThat(repair.list("$.failures[*].id")).containsExactlyInAnyOrder("NOTHING@MAIN", wallet);
        assertThat(repair.list("$.failures[*].cause"))
                .containsExactlyInAnyOrder(
                        "The event store has no event of it.",
                        "It is one of Wallet, of which this projection has no rows.");
        assertThat(service.fingerprint("stocklevel")).isEqualTo(before);
    }

    @Test
    void who_was_erased_stays_so() {
        OrderPlaced order = Orders.placed(
                "1", "erased-1", Orders.hearts().shipTo(), Orders.MORNING, Orders.line(1, "X", "X", 1, "1.00"));
        story.order(order).customer(new CustomerErased(CustomerId.of("erased-1"), null));
        log.append(story);
        settle();

        assertThat(repair("ordersummary", List.of(order.orderId().toString())).read("$.done"))
                .isEqualTo(1);

        assertThat(service.count("ordersummary where customer_id = 'erased-1' and name is null"))
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_digested_leaves_the_rows_and_what_was_discarded_is_left_out() {
        OrderPlaced order = Orders.clocks();
        String id = order.orderId().toString();
        story.order(order)
                .happened("Order", id, new OrderForwarded(order.orderId()))
                .order(new OrderConfirmed(order.orderId()));
        log.append(story);
        // Every view parks what it cannot digest, each in its own time.
        settle();
        assertThat(parked(id)).isEqualTo(2);

        Answer repair = repair("ordersummary", List.of(id));

        assertThat(repair.read("$.failures[0].cause")).asString().contains("this release knows no event");
        assertThat(service.count("ordersummary where order_id = '" + id + "' and status = 'PLACED'"))
                .isEqualTo(1);
        assertThat(parked(id)).isEqualTo(2);

        int forwarded = story.size() - 1;
        RunningProjections.VIEWS.forEach(view -> service.post(
                OPERATIONS + "/" + view + "/dead-letters/" + forwarded + "/discard", "{\"reason\":\"a test\"}"));
        assertThat(repair("ordersummary", List.of(id)).read("$.done")).isEqualTo(1);

        assertThat(service.count("ordersummary where order_id = '" + id + "' and status = 'CONFIRMED'"))
                .isEqualTo(1);
        assertThat(parked(id)).isZero();
        RunningProjections.VIEWS.forEach(view -> service.post(OPERATIONS + "/" + view + "/dead-letters/retry"));
        assertThat(service.count("dead_letter")).isZero();
    }

    @Test
    void while_the_command_side_is_away_it_waits() {
        Fingerprint before = service.fingerprint("stocklevel");
        service.sql("update stocklevel set on_hand = 7 where sku = '71053' and warehouse = 'NORTH'");
        histories.close();

        String location = ask("stocklevel", List.of(LANTERNS.toString())).header("Location");
        await().atMost(PATIENCE)
                .until(() -> service.count("repair_item i join repair r using (repair_id) where state = 'WAITING'"
                                + " and not_before > asked_at")
                        > 0);
        assertThat(service.get(location).read("$.state")).isEqualTo("RUNNING");

        histories = histories.again();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(location).read("$.done")).isEqualTo(1));
        assertThat(service.fingerprint("stocklevel")).isEqualTo(before);
    }

    @Test
    void under_load_on_two_nodes_nothing_is_lost_and_nothing_counts_twice() throws Exception {
        story.received("S0@MAIN", 1).received("S1@MAIN", 1).received("S2@MAIN", 1);
        log.append(story);
        settle();
        AtomicBoolean enough = new AtomicBoolean();
        try (RunningProjections other = service.anotherNode();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> keepMoving(enough));
            try {
                for (int times = 0; times < 10; times++) {
                    Answer repair = repair("stocklevel", List.of(LANTERNS.toString(), "S0@MAIN", "S1@MAIN", "S2@MAIN"));
                    assertThat(repair.read("$.total")).isEqualTo(4);
                    assertThat(repair.read("$.failed")).as(repair.body()).isEqualTo(0);
                }
            } finally {
                enough.set(true);
            }
            writing.get();
            settle();
            assertThat(other.get(OPERATIONS).status()).isEqualTo(HttpStatus.OK);
        }
        settle();
        assertThat(differences("stocklevel")).isEmpty();
    }

    @Test
    void a_history_of_many_pages_is_folded_whole() {
        for (int event = 0; event < LONG; event++) {
            story.received("LONG@MAIN", 1);
        }
        log.append(story);
        settle();
        Fingerprint before = service.fingerprint("stocklevel");
        service.sql("delete from stocklevel where sku = 'LONG'");

        assertThat(repair("stocklevel", List.of("LONG@MAIN")).read("$.done")).isEqualTo(1);

        assertThat(service.fingerprint("stocklevel")).isEqualTo(before);
    }

    /** As fast as the view follows, so that what it has to catch up with at the end is no more than that. */
    private static void keepMoving(AtomicBoolean enough) {
        while (!enough.get()) {
            for (int n = 0; n < 5; n++) {
                story.stock(new StockReceived(LANTERNS, 1)).received("S" + n % 3 + "@MAIN", 1);
            }
            log.append(story);
            await().atMost(PATIENCE).until(() -> enough.get() || story.size() - position("stocklevel") < AHEAD);
        }
    }

    private static int position(String view) {
        return (Integer) service.get(OPERATIONS + "/" + view).read("$.position");
    }

    @Test
    void who_asked_and_why_is_told_for_ever() {
        service.post(
                OPERATIONS + "/stocklevel/repairs",
                "{\"ids\": [\"71053@NORTH\"], \"reason\": \"counted anew\"}",
                "X-Actor",
                "olga");

        Answer history = service.get(OPERATIONS + "/history?projection=stocklevel&limit=1");

        assertThat(history.list("$.items[*]['actor','action','reason','detail']"))
                .containsExactly(
                        Map.of("actor", "olga", "action", "REPAIR", "reason", "counted anew", "detail", "71053@NORTH"));
    }

    @Test
    void what_is_being_built_and_what_is_kept_is_mended_too() {
        Fingerprint before = service.fingerprint("stocklevel");
        int serving = service.generation("stocklevel");
        String rebuild = service.post(OPERATIONS + "/stocklevel/rebuilds", "{\"switch\": \"MANUAL\"}")
                .header("Location");
        awaitState(rebuild, "READY");

        damageAndRepair(before, serving, serving + 1);
        assertThat(service.get(rebuild).read("$.state")).isEqualTo("READY");

        service.post(rebuild + "/switch");
        awaitState(rebuild, "SWITCHED");
        damageAndRepair(before, serving, serving + 1);
    }

    private static void damageAndRepair(Fingerprint sound, int... generations) {
        View view = service.bean(Views.class).get("stocklevel");
        for (int generation : generations) {
            service.sql("update stocklevel_" + generation + ".stocklevel set on_hand = on_hand + 1");
            assertThat(view.fingerprint(generation)).isNotEqualTo(sound);
        }
        assertThat(repair("stocklevel", ids("Stock")).read("$.failed")).isEqualTo(0);
        for (int generation : generations) {
            assertThat(view.fingerprint(generation))
                    .as("generation %s", generation)
                    .isEqualTo(sound);
        }
    }

    private static void awaitState(String rebuild, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo(state));
    }

    /** How many events of the order wait as dead letters of the generation that serves. */
    private static long parked(String order) {
        return service.count("dead_letter where sequence = '" + order + "' and processor = '"
                + Generation.processor("ordersummary", service.generation("ordersummary")) + "'");
    }

    private static Answer repair(String view, List<String> ids) {
        Answer begun = ask(view, ids);
        assertThat(begun.status()).as(begun.body()).isEqualTo(HttpStatus.ACCEPTED);
        String location = begun.header("Location");
        return await().atMost(PATIENCE)
                .until(
                        () -> service.get(location),
                        repair -> repair.read("$.state").equals("DONE"));
    }

    private static Answer ask(String view, List<String> ids) {
        return service.post(
                OPERATIONS + "/" + view + "/repairs", "{\"ids\": [\"" + String.join("\", \"", ids) + "\"]}");
    }

    /** All of this type that there are, as events carry them. */
    private static List<String> ids(String type) {
        return story.events().stream()
                .map(event -> (DomainEventMessage<?>) event)
                .filter(event -> event.getType().equals(type))
                .map(DomainEventMessage::getAggregateIdentifier)
                .distinct()
                .filter(id -> !type.equals("Customer")
                        || id.equals(DataSubject.of(ADA).value()))
                .toList();
    }

    private static List<Object> differences(String view) {
        String check = service.get(OPERATIONS + "/" + view + "/verification?upTo=" + story.size())
                .body()
                .lines()
                .toList()
                .reversed()
                .get(1);
        return JsonPath.read(check, "$.check.differences");
    }
}
