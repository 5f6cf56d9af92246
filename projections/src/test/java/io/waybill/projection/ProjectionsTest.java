package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.order.OrderId;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** The service as it runs: from the event store over Kafka into the views, with its API and its health. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class ProjectionsTest {
    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String OPERATIONS = "/api/v1/operations/projections";

    private static final Story story = new Story();
    private static OrderId hearts;
    private static TestLog log;
    private static RunningProjections service;

    @BeforeAll
    static void start() {
        List<Class<?>> events = new ArrayList<>(Events.all());
        events.add(OrderTeleported.class);
        log = new TestLog(events);
        hearts = story.placed(Orders.hearts());
        story.placed(Orders.clocks());
        story.received("71053@MAIN", 10).reserved("71053@MAIN", hearts, 8).confirmed(hearts);
        IntStream.range(0, 2).forEach(life -> WholeLife.told(story));
        WholeLife.catalogueAndWallets(story);
        story.customer(
                new CustomerRegistered(CustomerId.of("17850"), new CustomerProfile("Ada Lovelace", null, null, null)));
        log.append(story);
        service = new RunningProjections(
                log.topic,
                Map.of(
                        "waybill.rebuilds.at-once",
                        RunningProjections.VIEWS.size(),
                        // A server that is away is noticed sooner, and missed for a shorter time.
                        "spring.datasource.hikari.connection-timeout",
                        10_000));
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
    }

    @BeforeEach
    void settle() {
        awaitCaughtUp();
    }

    @Test
    void every_event_reaches_every_view() {
        String ofHearts = " where order_id = '" + hearts + "'";
        assertThat(service.count("ordersummary" + ofHearts + " and status = 'CONFIRMED'"))
                .isEqualTo(1);
        assertThat(service.count("salesreport" + ofHearts)).isEqualTo(2);
        assertThat(service.count("stocklevel where sku = '71053' and reserved = 8"))
                .isEqualTo(1);
        assertThat(service.count("audit where entity_id = '" + hearts + "'")).isEqualTo(2);
        assertThat(service.fingerprint("ordersearch").rows()).isEqualTo(service.count("ordersummary"));
    }

    @Test
    void an_event_of_a_later_release_waits_for_it_in_the_views_of_its_aggregate_and_stands_in_the_audit() {
        story.happened("Order", UUID.randomUUID().toString(), new OrderTeleported("the moon"));
        log.append(story);

        awaitCaughtUp();

        assertThat(service.count("audit where name = 'OrderTeleported' and payload ->> 'to' = 'the moon'"
                        + " and actor = 'ada' and position = "
                        + story.events().size()))
                .isEqualTo(1);
        String waits = "dead_letter where name = 'OrderTeleported' and split_part(processor, '-', 1) = ";
        assertThat(service.count(waits + "'ordersummary'")).isEqualTo(1);
        assertThat(service.count(waits + "'ordersearch'")).isEqualTo(1);
        assertThat(service.count(waits + "'salesreport'")).isEqualTo(1);
        assertThat(service.count(waits + "'stocklevel'")).isZero();
        assertThat(service.count(waits + "'audit'")).isZero();
    }

    @Test
    void an_operator_sees_how_far_each_projection_is() {
        assertThat(service.get(OPERATIONS).list("$.items[*].name")).containsExactlyElementsOf(RunningProjections.VIEWS);
        // The end of the log is looked up now and then, and is not known while a look takes too long.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer one = service.get(OPERATIONS + "/stocklevel");
            assertThat(one.status()).isEqualTo(HttpStatus.OK);
            assertThat(one.read("$.position")).isEqualTo(story.events().size());
            assertThat(one.read("$.lag")).isEqualTo(0);
            assertThat(one.list("$.segments")).hasSize(2);
        });
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get("/actuator/prometheus").body())
                                .containsPattern("waybill_projection_lag_events\\{.*projection=\"audit\".*} 0.0"));
    }

    @Test
    void every_rebuilt_projection_equals_the_live_one() {
        Map<String, String> rebuilds = new HashMap<>();
        for (String view : RunningProjections.VIEWS) {
            Answer begun = service.post(OPERATIONS + "/" + view + "/rebuilds");
            assertThat(begun.status()).isEqualTo(HttpStatus.ACCEPTED);
            rebuilds.put(view, begun.header("Location"));
        }

        rebuilds.forEach((view, rebuild) -> {
            Answer done = awaitDone(rebuild);
            assertThat(done.read("$.comparison.differing")).as(view).isEqualTo(0);
            assertThat(done.read("$.done")).as(view).isEqualTo(story.events().size());
            assertThat(done.read("$.percent")).as(view).isEqualTo(100);
            assertThat(done.read("$.comparison.rowsAfter"))
                    .as(view)
                    .isEqualTo(done.read("$.comparison.rowsBefore"))
                    .isNotEqualTo(0);
            assertThat(done.read("$.comparison.checksumAfter"))
                    .as(view)
                    .isEqualTo(done.read("$.comparison.checksumBefore"));
        });

        story.received("71053@MAIN", 1);
        log.append(story);
        awaitCaughtUp();
    }

    @Test
    void a_rebuild_mends_a_view_that_was_wrong_and_says_so() {
        service.sql("update stocklevel set on_hand = 1000 where (sku, warehouse) = ('71053', 'MAIN')");

        Answer done =
                awaitDone(service.post(OPERATIONS + "/stocklevel/rebuilds").header("Location"));

        assertThat(done.read("$.comparison.differing")).isEqualTo(1);
        assertThat(done.read("$.comparison.examples[0]").toString()).contains("71053");
        assertThat(service.count("stocklevel where on_hand = 1000")).isZero();
    }

    @Test
    void a_projection_is_rebuilt_once_at_a_time_and_the_second_is_told_by_whom() {
        String first = service.post(OPERATIONS + "/audit/rebuilds", "{\"switch\": \"MANUAL\"}", "X-Actor", "olga")
                .header("Location");

        Answer second = service.post(OPERATIONS + "/audit/rebuilds");
        assertThat(service.post(first + "/cancel").status()).isEqualTo(HttpStatus.OK);

        assertThat(second.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(second.read("$.reason")).isEqualTo("REBUILD_RUNNING");
        assertThat(second.read("$.detail").toString()).contains("olga");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(service.get(OPERATIONS + "/nonsense").status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(service.post(OPERATIONS + "/nonsense/rebuilds").read("$.reason"))
                .isEqualTo("UNKNOWN_PROJECTION");
        assertThat(service.get(OPERATIONS + "/audit/rebuilds/" + UUID.randomUUID())
                        .read("$.reason"))
                .isEqualTo("UNKNOWN_REBUILD");
        assertThat(service.get(OPERATIONS + "/audit/rebuilds/one").status()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_rebuild_that_a_restart_interrupts_is_finished_afterwards() {
        String rebuild = service.post(OPERATIONS + "/salesreport/rebuilds", "{\"eventsPerSecond\": 1}")
                .header("Location");
        await().atMost(PATIENCE)
                .until(() -> List.of("REBUILDING", "CATCHING_UP")
                        .contains(service.get(rebuild).read("$.state")));

        service.restart();
        service.put(rebuild + "/throttle", "{\"eventsPerSecond\": null}");

        Answer done = awaitDone(rebuild);
        assertThat(done.read("$.comparison.differing")).isEqualTo(0);
    }

    @Test
    void without_elasticsearch_the_other_views_go_on_and_the_search_catches_up_later() {
        awaitReadiness("UP");
        TestServers.elasticsearch().stop();
        try {
            OrderId guest = story.placed(Orders.guest());
            log.append(story);

            await().atMost(PATIENCE).until(() -> service.count("ordersummary where order_id = '" + guest + "'") == 1);
            await().atMost(PATIENCE).untilAsserted(() -> {
                Answer ready = service.get("/actuator/health/readiness");
                assertThat(ready.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(ready.read("$.status")).isEqualTo("OUT_OF_SERVICE");
                assertThat(ready.read("$.components.projections.details.ordersearch")
                                .toString())
                        .contains("Elasticsearch does not answer");
                assertThat(ready.read("$.components.projections.details.ordersummary")
                                .toString())
                        .contains("FOLLOWING");
            });
            assertThat(service.get("/actuator/health/liveness").read("$.status"))
                    .isEqualTo("UP");
        } finally {
            TestServers.elasticsearch().start();
        }

        awaitCaughtUp();
        assertThat(service.fingerprint("ordersearch").rows()).isEqualTo(service.count("ordersummary"));
        assertThat(service.count("dead_letter where name <> 'OrderTeleported'"))
                .as("what was parked because a server was away")
                .isZero();
        awaitReadiness("UP");
    }

    @Test
    void without_kafka_no_view_can_follow_and_all_catch_up_later() {
        awaitReadiness("UP");
        TestServers.kafka().stop();
        try {
            story.received("71053@MAIN", 1);
            log.append(story);

            awaitReadiness("OUT_OF_SERVICE");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(service.get(OPERATIONS + "/audit")
                                    .read("$.trouble")
                                    .toString())
                            .contains("Kafka"));
        } finally {
            TestServers.kafka().start();
        }

        awaitCaughtUp();
        awaitReadiness("UP");
    }

    @Test
    void without_the_database_the_service_is_not_ready_and_goes_on_by_itself_later() {
        awaitReadiness("UP");
        TestServers.postgres().kill();
        try {
            awaitReadiness("DOWN");
            assertThat(service.get("/actuator/health/liveness").read("$.status"))
                    .isEqualTo("UP");
        } finally {
            TestServers.postgres().start();
        }

        story.received("71053@MAIN", 1);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            log.append(story);
            return true;
        });
        awaitCaughtUp();
        awaitReadiness("UP");
        assertThat(service.count("dead_letter where name <> 'OrderTeleported'"))
                .as("what was parked because a server was away")
                .isZero();
    }

    private void awaitCaughtUp() {
        int head = story.events().size();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(RunningProjections.VIEWS.size())
                        .containsOnly(head));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].state"))
                        .containsOnly("FOLLOWING"));
    }

    private Answer awaitDone(String rebuild) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));
        return service.get(rebuild);
    }

    private void awaitReadiness(String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                service.get("/actuator/health/readiness").read("$.status"))
                        .isEqualTo(status));
    }

    /** What a later release might store. */
    @Revision("1")
    record OrderTeleported(String to) {}
}
