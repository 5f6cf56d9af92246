package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.waybill.contract.Events;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.order.OrderId;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** A rebuild under an operator's hands: what can be said to it, what can become of it, and what it leaves. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class RebuildTest {
    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final String ORDERS = OPERATIONS + "/ordersummary";
    private static final String SLOW = "{\"eventsPerSecond\": 1, \"reason\": \"a try\"}";
    private static final String AT_FULL_SPEED = "{\"eventsPerSecond\": null}";

    private final Story story = new Story();
    private TestLog log;
    private RunningProjections service;

    @BeforeEach
    void start() {
        log = new TestLog(Events.all());
        for (int order = 0; order < 10; order++) {
            story.placed(Orders.hearts());
        }
        log.append(story);
        service = new RunningProjections(log.topic);
        awaitCaughtUp("ordersummary");
    }

    @AfterEach
    void stop() {
        service.close();
        log.close();
    }

    @Test
    void tables_that_a_node_left_half_made_are_made_anew() {
        service.sql("create schema ordersummary_2");
        service.sql("create table ordersummary_2.ordersummary (half text)");

        awaitState(begin("ordersummary", "{}"), "SWITCHED");

        assertThat(service.count("ordersummary")).isEqualTo(10);
    }

    @Test
    void an_event_that_only_the_new_generation_cannot_digest_stops_it_and_a_retry_goes_on_from_there() {
        OrderId france = story.placed(Orders.clocks());
        story.placed(Orders.hearts());
        append("ordersummary");
        String rebuild = begin("ordersummary", SLOW);
        awaitBegun(rebuild);
        awaitTable("ordersummary_2");
        service.sql("alter table ordersummary_2.ordersummary add constraint no_france check (country <> 'France')");
        service.put(rebuild + "/throttle", AT_FULL_SPEED);

        awaitState(rebuild, "FAILED");
        Answer failed = service.get(rebuild);
        assertThat(failed.read("$.failure.number")).isEqualTo(11);
        assertThat(failed.read("$.failure.event")).isEqualTo("OrderPlaced");
        assertThat(failed.read("$.failure.aggregate")).isEqualTo("Order " + france);
        assertThat(failed.read("$.failure.cause").toString()).contains("no_france");
        assertThat(service.generation("ordersummary")).isEqualTo(1);
        assertThat(service.count("ordersummary")).isEqualTo(12);
        assertThat(service.get(ORDERS).read("$.deadLetters.count")).isEqualTo(0);
        assertThat(service.post(rebuild + "/resume").read("$.reason")).isEqualTo("REBUILD_STATE");

        service.sql("alter table ordersummary_2.ordersummary drop constraint no_france");
        assertThat(service.post(rebuild + "/retry").status()).isEqualTo(HttpStatus.OK);

        awaitState(rebuild, "SWITCHED");
        assertThat(service.get(rebuild).read("$.comparison.differing")).isEqualTo(0);
        assertThat(service.generation("ordersummary")).isEqualTo(2);
        assertThat(service.count("ordersummary")).isEqualTo(12);
    }

    @Test
    void what_the_serving_generation_has_parked_the_new_one_parks_and_what_was_discarded_it_does_without() {
        service.sql("alter table ordersummary_1.ordersummary add constraint no_france check (country <> 'France')");
        story.placed(Orders.clocks());
        story.placed(Orders.guest());
        append("ordersummary");
        await().atMost(PATIENCE).until(() -> service.count("dead_letter where processor = 'ordersummary-1'") == 2);
        service.post(ORDERS + "/dead-letters/12/discard", "{\"reason\": \"a test\"}");
        String rebuild = begin("ordersummary", SLOW);
        awaitTable("ordersummary_2");
        service.sql("alter table ordersummary_2.ordersummary add constraint no_france check (country <> 'France')");
        service.put(rebuild + "/throttle", AT_FULL_SPEED);

        awaitState(rebuild, "SWITCHED");

        assertThat(service.get(rebuild).read("$.comparison.differing")).isEqualTo(0);
        assertThat(service.get(ORDERS + "/dead-letters").list("$.items[*].number"))
                .containsExactly(11);
        assertThat(service.get(ORDERS + "/discarded-letters").list("$.items[*].letter.number"))
                .containsExactly(12);
        service.sql("alter table ordersummary_2.ordersummary drop constraint no_france");
        assertThat(service.post(ORDERS + "/dead-letters/retry").read("$.handled"))
                .isEqualTo(1);
        assertThat(service.count("ordersummary")).isEqualTo(11);
    }

    @Test
    void a_switch_that_was_to_come_only_if_nothing_differs_waits_for_a_decision() {
        service.sql(
                "update ordersummary set country = 'Atlantis' where order_id = (select min(order_id::text)::uuid from"
                        + " ordersummary)");

        String rebuild = begin("ordersummary", "{\"switch\": \"IF_EQUAL\"}");

        awaitState(rebuild, "READY");
        assertThat(service.get(rebuild).read("$.comparison.differing")).isEqualTo(1);
        assertThat(service.get(rebuild).list("$.comparison.columns")).contains("country", "version");
        assertThat(service.generation("ordersummary")).isEqualTo(1);
        assertThat(service.get(ORDERS).list("$.generations[*].state")).containsExactly("SERVING", "BUILDING");
        assertThat(service.post(rebuild + "/switch").status()).isEqualTo(HttpStatus.OK);
        awaitState(rebuild, "SWITCHED");
        assertThat(service.count("ordersummary where country = 'Atlantis'")).isZero();
    }

    @Test
    void rolling_back_lets_readers_see_the_generation_before_which_has_followed() {
        service.sql("update ordersummary set country = 'Atlantis'");
        awaitState(begin("ordersummary", "{}"), "SWITCHED");
        assertThat(service.count("ordersummary where country = 'Atlantis'")).isZero();
        assertThat(service.get(ORDERS).list("$.generations[*].state")).containsExactly("KEPT", "SERVING");
        story.placed(Orders.guest());
        append("ordersummary");

        Answer back = service.post(ORDERS + "/rollback", "{\"reason\": \"it was better\"}", "X-Actor", "olga");

        assertThat(back.status()).isEqualTo(HttpStatus.ACCEPTED);
        await().atMost(PATIENCE).until(() -> service.generation("ordersummary") == 1);
        assertThat(service.count("ordersummary")).isEqualTo(11);
        assertThat(service.count("ordersummary where country = 'Atlantis'")).isEqualTo(10);
        assertThat(service.count("operation where action = 'ROLLBACK' and actor = 'olga' and reason = 'it was better'"))
                .isEqualTo(1);
    }

    @Test
    void without_an_earlier_generation_there_is_nothing_to_roll_back_to() {
        assertThat(service.post(ORDERS + "/rollback").read("$.reason")).isEqualTo("NOTHING_KEPT");
    }

    @Test
    void cancelling_leaves_nothing_of_it() throws IOException {
        String ofOrders = begin("ordersummary", SLOW);
        awaitTable("ordersummary_2");
        awaitTokens("ordersummary-2");
        assertThat(service.post(ofOrders + "/cancel").status()).isEqualTo(HttpStatus.OK);
        awaitState(ofOrders, "CANCELLED");
        String ofSearch = begin("ordersearch", SLOW);
        awaitBegun(ofSearch);
        await().atMost(PATIENCE).until(() -> hasIndex("ordersearch-2"));
        awaitTokens("ordersearch-2");
        assertThat(service.post(ofSearch + "/cancel").status()).isEqualTo(HttpStatus.OK);

        await().atMost(PATIENCE).until(() -> service.count("generation where state = 'DROPPED'") == 2);
        assertThat(service.count("pg_namespace where nspname = 'ordersummary_2'"))
                .isZero();
        assertThat(service.count("token_entry where processor_name like '%-2'")).isZero();
        assertThat(hasIndex("ordersearch-2")).isFalse();
        assertThat(service.post(ofSearch + "/cancel").read("$.reason")).isEqualTo("REBUILD_STATE");
        awaitState(begin("ordersummary", "{}"), "SWITCHED");
        assertThat(service.generation("ordersummary")).isEqualTo(3);
    }

    @Test
    void cancelling_one_that_goes_on_to_its_next_state_meanwhile_cancels_it_all_the_same() throws Exception {
        String rebuild = begin("ordersummary", "{\"switch\": \"MANUAL\"}");
        awaitState(rebuild, "READY");
        try (Connection connection = service.bean(DataSource.class).getConnection();
                Statement quicker = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            quicker.execute("update rebuild set state = 'COMPARING' where state = 'READY'");
            Future<Answer> cancelled = threads.submit(() -> service.post(rebuild + "/cancel"));
            await().atMost(PATIENCE)
                    .until(() -> service.count("pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock' and query like '%CANCELLED%'")
                            == 1);
            connection.commit();

            assertThat(cancelled.get().status()).isEqualTo(HttpStatus.OK);
        }
        assertThat(service.get(rebuild).read("$.state")).isEqualTo("CANCELLED");
        assertThat(service.count("operation where action = 'CANCEL_REBUILD'")).isEqualTo(1);
    }

    @Test
    void an_erased_customer_stays_erased() {
        story.customer(new CustomerErased(CustomerId.of("17850"), null));
        append("ordersummary", "ordersearch");
        assertThat(service.count("ordersummary where name is not null")).isZero();

        awaitState(begin("ordersummary", "{}"), "SWITCHED");
        awaitState(begin("ordersearch", "{}"), "SWITCHED");

        assertThat(service.count("ordersummary where name is not null")).isZero();
        Answer compared = service.get(OPERATIONS + "/ordersearch/rebuilds");
        assertThat(compared.read("$.items[0].comparison.differing")).isEqualTo(0);
        // All of them, in whatever parts they are read.
        assertThat(compared.read("$.items[0].comparison.rowsBefore")).isEqualTo(10);
        assertThat(compared.read("$.items[0].comparison.rowsAfter")).isEqualTo(10);
    }

    @Test
    void without_elasticsearch_a_rebuild_waits_and_goes_on() {
        String rebuild = begin("ordersearch", SLOW);
        awaitBegun(rebuild);
        TestServers.elasticsearch().stop();
        try {
            service.put(rebuild + "/throttle", AT_FULL_SPEED);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    service.get(rebuild).read("$.trouble").toString())
                            .contains("Elasticsearch"));
            assertThat(service.get(rebuild).read("$.state")).isNotEqualTo("FAILED");
        } finally {
            TestServers.elasticsearch().start();
        }

        awaitState(rebuild, "SWITCHED");
        assertThat(service.fingerprint("ordersearch").rows()).isEqualTo(10);
    }

    @Test
    void a_rebuild_is_paused_and_resumed_and_tells_how_far_it_is() {
        String rebuild = begin("ordersummary", "{\"eventsPerSecond\": 1, \"segments\": 4}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat((Integer) service.get(rebuild).read("$.done"))
                        .isPositive());

        assertThat(service.post(rebuild + "/pause").read("$.state")).isEqualTo("PAUSED");
        await().atMost(PATIENCE)
                .until(() ->
                        service.count("token_entry where processor_name = 'ordersummary-2' and owner is null") == 4);
        Answer paused = service.get(rebuild);
        assertThat((Integer) paused.read("$.percent")).isLessThan(100);
        assertThat(paused.read("$.total")).isEqualTo(10);
        assertThat(paused.read("$.throttle")).isEqualTo(1);
        assertThat(service.get(ORDERS).read("$.rebuild.state")).isEqualTo("PAUSED");
        service.put(rebuild + "/throttle", AT_FULL_SPEED);
        service.post(rebuild + "/resume");

        awaitState(rebuild, "SWITCHED");
        assertThat(service.get(ORDERS).list("$.segments")).hasSize(4);
        assertThat(service.get(ORDERS + "/rebuilds").list("$.items[*].state")).containsExactly("SWITCHED");
        assertThat(service.count("operation where projection = 'ordersummary'")).isEqualTo(4);
    }

    @Test
    void another_rebuild_waits_for_its_turn() {
        String first = begin("ordersummary", SLOW);
        awaitBegun(first);
        String second = begin("salesreport", "{}");

        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> "QUEUED".equals(service.get(second).read("$.state")));
        service.put(first + "/throttle", AT_FULL_SPEED);

        awaitState(second, "SWITCHED");
        assertThat(service.get(first).read("$.state")).isEqualTo("SWITCHED");
    }

    @Test
    void a_view_can_be_emptied_and_filled_again_in_its_place() {
        service.sql("update ordersummary set country = 'Atlantis'");

        String rebuild = begin("ordersummary", "{\"mode\": \"IN_PLACE\"}");

        awaitState(rebuild, "SWITCHED");
        assertThat(service.generation("ordersummary")).isEqualTo(1);
        assertThat(service.count("ordersummary where country = 'United Kingdom'"))
                .isEqualTo(10);
        assertThat(service.get(rebuild).read("$.comparison.rowsBefore")).isEqualTo(10);
        assertThat(service.get(rebuild).read("$.comparison.rowsAfter")).isEqualTo(10);
    }

    private String begin(String view, String order) {
        Answer begun = service.post(OPERATIONS + "/" + view + "/rebuilds", order);
        assertThat(begun.status()).as(begun.body()).isEqualTo(HttpStatus.ACCEPTED);
        return begun.header("Location");
    }

    private void awaitState(String rebuild, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo(state));
    }

    private void awaitBegun(String rebuild) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isIn("REBUILDING", "CATCHING_UP"));
    }

    private void awaitTable(String schema) {
        await().atMost(PATIENCE).until(() -> service.count("pg_tables where schemaname = '" + schema + "'") == 2);
    }

    private void awaitTokens(String processor) {
        await().atMost(PATIENCE)
                .until(() -> service.count("token_entry where processor_name = '" + processor + "'") > 0);
    }

    private void append(String... views) {
        log.append(story);
        for (String view : views) {
            awaitCaughtUp(view);
        }
    }

    private void awaitCaughtUp(String view) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(OPERATIONS + "/" + view).read("$.position"))
                                .isEqualTo(story.size()));
    }

    private boolean hasIndex(String name) throws IOException {
        return service.bean(ElasticsearchClient.class)
                .indices()
                .exists(exists -> exists.index(service.index(name)))
                .value();
    }
}
