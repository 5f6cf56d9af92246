package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.order.OrderId;
import io.waybill.projection.view.Fingerprint;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a view cannot digest: parked, seen, mended, retried, discarded, while everything else goes on. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final String LETTERS = OPERATIONS + "/ordersummary/dead-letters";

    private final Story story = new Story();
    private TestLog log;
    private RunningProjections service;

    @BeforeEach
    void start() {
        List<Class<?>> events = new ArrayList<>(Events.all());
        events.add(OrderTeleported.class);
        log = new TestLog(events);
        service = new RunningProjections(log.topic);
    }

    @AfterEach
    void stop() {
        service.close();
        log.close();
    }

    @Test
    void what_a_view_cannot_write_is_parked_and_only_its_order_waits_until_it_is_mended_and_retried() {
        refuseFrance();
        OrderId clocks = story.placed(Orders.clocks());
        OrderId hearts = story.placed(Orders.hearts());
        story.confirmed(clocks).confirmed(hearts);
        log.append(story);
        awaitCaughtUp();

        assertThat(service.count("ordersummary where status = 'CONFIRMED'")).isEqualTo(1);
        Answer parked = service.get(LETTERS);
        assertThat(parked.list("$.items[*].number")).containsExactly(1, 3);
        assertThat(parked.list("$.items[*].aggregateId")).containsOnly(clocks.toString());
        assertThat(parked.list("$.items[*].attempts")).containsExactly(1, 0);
        assertThat(parked.list("$.items[*].cause").toString()).contains("no_france");
        assertThat(service.get(OPERATIONS + "/ordersummary").read("$.deadLetters.count"))
                .isEqualTo(2);
        assertThat(service.get(OPERATIONS + "/audit").read("$.deadLetters.count"))
                .isEqualTo(0);
        assertThat(service.get("/actuator/prometheus").body())
                .containsPattern("waybill_dead_letters\\{.*processor=\"ordersummary\".*} 2.0");

        Answer first = service.get(LETTERS + "/1");
        assertThat(first.read("$.payload").toString()).contains("ALARM CLOCK");
        assertThat(first.read("$.stack").toString()).contains("no_france");
        assertThat(first.read("$.behind")).isEqualTo(1);
        assertThat(service.post(LETTERS + "/3/retry").read("$.reason")).isEqualTo("NOT_FIRST");

        Answer again = service.post(LETTERS + "/1/retry");
        assertThat(again.read("$.handled")).isEqualTo(0);
        assertThat(again.read("$.failed")).isEqualTo(1);
        assertThat(again.read("$.left")).isEqualTo(2);
        assertThat(service.get(LETTERS + "/1").read("$.attempts")).isEqualTo(2);

        service.sql("alter table ordersummary drop constraint no_france");
        Answer retried = service.post(LETTERS + "/1/retry");
        assertThat(retried.read("$.handled")).isEqualTo(2);
        assertThat(retried.read("$.left")).isEqualTo(0);
        assertThat(service.count("dead_letter_sequence")).isZero();
        assertEqualsTheFold();
    }

    private void refuseFrance() {
        service.sql("alter table ordersummary add constraint no_france check (country <> 'France')");
    }

    private void assertEqualsTheFold() {
        Fingerprint live = service.fingerprint("ordersummary");
        String rebuild = service.post(OPERATIONS + "/ordersummary/rebuilds").header("Location");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo("DONE"));
        assertThat(service.fingerprint("ordersummary")).isEqualTo(live);
    }

    private void awaitCaughtUp() {
        int head = story.events().size();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(5)
                        .containsOnly(head));
    }

    /** What a later release might store. */
    @Revision("1")
    record OrderTeleported(String to) {}
}
