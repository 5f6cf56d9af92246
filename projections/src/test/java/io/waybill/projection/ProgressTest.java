package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The numbers by which an operator judges how far projections and rebuilds are. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class ProgressTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATIONS = "/api/v1/operations/projections/";
    private static final int ORDERS = 90;
    private static final int PER_SECOND = 5;

    private static final Story story = new Story();
    private static TestLog log;
    private static RunningProjections service;

    @BeforeAll
    static void start() {
        log = new TestLog(Events.all());
        for (int order = 0; order < ORDERS; order++) {
            story.placed(Orders.hearts());
        }
        log.append(story);
        service = new RunningProjections(log.topic);
        awaitPosition("ordersummary");
        awaitPosition("salesreport");
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
    }

    @Test
    void a_rebuild_tells_how_far_it_is_how_fast_and_how_long_it_will_take() {
        String rebuild = service.post(OPERATIONS + "ordersummary/rebuilds", "{\"eventsPerSecond\": " + PER_SECOND + "}")
                .header("Location");
        List<Answer> looks = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            looks.add(service.get(rebuild));
            return number(looks.getLast(), "$.done") >= ORDERS / 2;
        });
        long done = 0;
        for (Answer look : looks) {
            assertThat(number(look, "$.done")).isBetween(done, number(look, "$.total"));
            done = number(look, "$.done");
            assertThat(number(look, "$.total")).isEqualTo(story.size());
            assertThat(number(look, "$.percent")).isEqualTo(done * 100 / story.size());
        }
        Answer now = service.get(rebuild);
        long perSecond = number(now, "$.perSecond");
        assertThat(perSecond).isBetween(1L, 2L * PER_SECOND);
        long left = number(now, "$.total") - number(now, "$.done");
        assertThat(number(now, "$.secondsLeft")).isEqualTo((left + perSecond - 1) / perSecond);

        assertThat(gauge("waybill_rebuild_done_events", "ordersummary")).isBetween(done, (long) ORDERS);
        assertThat(gauge("waybill_rebuild_total_events", "ordersummary")).isEqualTo(story.size());
        service.put(rebuild + "/throttle", "{\"eventsPerSecond\": null}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));
        assertThat(number(service.get(rebuild), "$.percent")).isEqualTo(100);
        assertThat(service.get(rebuild).body()).doesNotContain("perSecond", "secondsLeft");
    }

    @Test
    void a_projection_tells_how_many_events_it_is_behind_how_old_they_are_and_since_when_one_is_parked() {
        service.post(OPERATIONS + "salesreport/pause");
        await().atMost(PATIENCE).until(() -> service.hasLetGo("salesreport-1"));
        story.placed(Orders.hearts());
        story.placed(Orders.hearts());
        log.append(story);

        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer behind = service.get(OPERATIONS + "salesreport");
            assertThat(number(behind, "$.lag")).isEqualTo(2);
            assertThat(number(behind, "$.lagSeconds")).isBetween(2L, PATIENCE.toSeconds());
            assertThat(gauge("waybill_projection_lag_events", "salesreport")).isEqualTo(2);
            assertThat(gauge("waybill_projection_lag_age_seconds", "salesreport"))
                    .isPositive();
        });
        Instant before = Instant.now();
        service.sql(
                "alter table salesreport_1.salesreport add constraint no_france check (country <> 'France') not valid");
        story.placed(Orders.clocks());
        log.append(story);
        service.post(OPERATIONS + "salesreport/resume");

        awaitPosition("salesreport");
        // The end of the log is looked up now and then, and is not known while a look takes too long.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer there = service.get(OPERATIONS + "salesreport");
            assertThat(number(there, "$.lag")).isZero();
            assertThat(number(there, "$.lagSeconds")).isZero();
            assertThat(number(there, "$.deadLetters.count")).isEqualTo(1);
            assertThat(Instant.parse(there.read("$.deadLetters.oldest").toString()))
                    .isBetween(before, Instant.now());
        });
    }

    private static void awaitPosition(String view) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(number(service.get(OPERATIONS + view), "$.position"))
                        .isEqualTo(story.size()));
    }

    private static long number(Answer answer, String path) {
        return ((Number) answer.read(path)).longValue();
    }

    private static long gauge(String name, String view) {
        Matcher line = Pattern.compile("(?m)^" + name + "\\{[^}]*projection=\"" + view + "\"[^}]*} (\\S+)$")
                .matcher(service.get("/actuator/prometheus").body());
        assertThat(line.find()).as(name).isTrue();
        return (long) Double.parseDouble(line.group(1));
    }
}
