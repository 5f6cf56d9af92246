package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.projection.view.Fingerprint;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.HttpStatus;

/** A replay through a projection's code that keeps nothing. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class DryRunTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final List<String> VIEWS = RunningProjections.VIEWS;

    private static final Story story = new Story();
    private static int sound;
    private static TestLog log;
    private static RunningProjections service;

    @BeforeAll
    static void start() {
        List<Class<?>> events = new ArrayList<>(Events.all());
        events.add(OrderForwarded.class);
        log = new TestLog(events);
        story.placed(Orders.hearts());
        WholeLife.told(story);
        WholeLife.catalogueAndWallets(story);
        sound = story.size();
        log.append(story);
        service = new RunningProjections(log.topic);
        awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
    }

    /** An event of a release to come. */
    @Revision("1")
    record OrderForwarded(OrderId orderId) {}

    @ParameterizedTest
    @FieldSource("VIEWS")
    void every_view_digests_its_whole_history_and_stays_as_it_is(String view) {
        Fingerprint before = service.fingerprint(view);

        Answer run = dryRun(view, "{\"to\": " + sound + "}");

        assertThat(run.read("$.state")).isEqualTo("DONE");
        assertThat(run.read("$.errors")).isEqualTo(0);
        assertThat(run.read("$.done")).isEqualTo(run.read("$.total")).isNotEqualTo(0);
        assertThat((Integer) run.read("$.perSecond")).isPositive();
        assertThat(service.fingerprint(view)).isEqualTo(before);
    }

    @Test
    void of_a_part_only_what_began_in_it_is_replayed() {
        Answer run = dryRun("ordersearch", "{\"from\": 5, \"to\": 9}");

        assertThat(run.read("$.state")).isEqualTo("DONE");
        assertThat(run.read("$.errors")).isEqualTo(0);
        assertThat(run.read("$.total")).isEqualTo(5);
    }

    @Test
    void what_cannot_be_digested_is_counted_and_named_once_for_each_aggregate() {
        OrderPlaced order = Orders.clocks();
        story.order(order)
                .happened("Order", order.orderId().toString(), new OrderForwarded(order.orderId()))
                .order(new OrderConfirmed(order.orderId()));
        log.append(story);
        awaitCaughtUp();
        assertThat(service.count("dead_letter where processor = 'ordersummary-1'"))
                .isEqualTo(2);

        Answer run = dryRun("ordersummary", "{}");

        assertThat(run.read("$.state")).isEqualTo("DONE");
        assertThat(run.read("$.errors")).isEqualTo(1);
        assertThat(run.read("$.examples[0].number")).isEqualTo(story.size() - 1);
        assertThat(run.read("$.examples[0].event")).isEqualTo("OrderForwarded");
        assertThat(run.read("$.examples[0].aggregate"))
                .isEqualTo(order.orderId().toString());
        assertThat(run.read("$.examples[0].cause")).asString().contains("this release knows no event");
    }

    @Test
    void who_asked_and_why_is_told_for_ever() {
        dryRun("wallet", "{\"reason\": \"before the release\"}");

        Answer history = service.get(OPERATIONS + "/history?projection=wallet&limit=1");

        assertThat(history.read("$.items[0].action")).isEqualTo("DRY_RUN");
        assertThat(history.read("$.items[0].actor")).isEqualTo("olga");
        assertThat(history.read("$.items[0].reason")).isEqualTo("before the release");
        Answer earlier = service.get(OPERATIONS + "/history?limit=1&after=" + history.read("$.items[0].id"));
        assertThat(earlier.status()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void one_that_is_under_way_keeps_others_waiting_until_its_node_is_gone() {
        service.sql("insert into dry_run (dry_run_id, projection, state, first_event, last_event, asked_by)"
                + " values (gen_random_uuid(), 'audit', 'RUNNING', 1, 2, 'olga')");

        Answer second = service.post(OPERATIONS + "/wallet/dry-runs");
        assertThat(second.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(second.read("$.reason")).isEqualTo("DRY_RUN_RUNNING");
        assertThat(second.read("$.detail")).asString().contains("audit", "olga");

        service.sql("update dry_run set seen_at = now() - interval '2 minutes' where state = 'RUNNING'");
        assertThat(dryRun("wallet", "{}").read("$.state")).isEqualTo("DONE");
        assertThat(service.count("dry_run where projection = 'audit' and state = 'FAILED'"))
                .isPositive();
    }

    @Test
    void one_that_is_cancelled_on_the_way_ends_and_makes_room_for_the_next() throws SQLException {
        Answer cancelled;
        try (Connection connection = service.bean(DataSource.class).getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table " + service.table("wallet") + " in access exclusive mode");
            String location = service.post(OPERATIONS + "/wallet/dry-runs").header("Location");
            assertThat(service.get(location).read("$.state")).isEqualTo("RUNNING");

            cancelled = service.post(location + "/cancel");
            assertThat(cancelled.read("$.state")).isEqualTo("CANCELLED");
            assertThat(service.get(location).read("$.state")).isEqualTo("CANCELLED");
            connection.rollback();
        }

        assertThat(dryRun("wallet", "{}").read("$.state")).isEqualTo("DONE");
        String first = OPERATIONS + "/wallet/dry-runs/" + cancelled.read("$.id");
        assertThat(service.get(first).read("$.state")).isEqualTo("CANCELLED");
        assertThat(service.get(first).read("$.done")).isEqualTo(0);
    }

    private static void awaitCaughtUp() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(VIEWS.size())
                        .containsOnly(story.size()));
    }

    private static Answer dryRun(String view, String request) {
        Answer begun = service.post(OPERATIONS + "/" + view + "/dry-runs", request, "X-Actor", "olga");
        assertThat(begun.status()).isEqualTo(HttpStatus.ACCEPTED);
        String location = begun.header("Location");
        return await().atMost(PATIENCE)
                .until(() -> service.get(location), run -> !run.read("$.state").equals("RUNNING"));
    }
}
