package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.order.OrderId;
import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.projection.generation.Generation;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild belongs to no node: whichever is there takes it on to the switch. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class RebuildNodesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATIONS = "/api/v1/operations/projections";

    private final Story story = new Story();
    private final List<OrderId> orders = new ArrayList<>();
    private TestLog log;
    private RunningProjections service;

    @BeforeEach
    void start() {
        log = new TestLog(Events.all());
        place(50);
        log.append(story);
        service = new RunningProjections(log.topic);
        awaitPositions(service);
    }

    @AfterEach
    void stop() {
        service.close();
        log.close();
    }

    @Test
    void two_nodes_share_a_rebuild_and_either_finishes_it_alone() throws Exception {
        try (RunningProjections other = service.anotherNode()) {
            awaitSwitched(other, begin(other, "ordersummary"));
            await().atMost(PATIENCE).until(() -> service.generation("ordersummary") == 2);

            String slow = service.post(
                            OPERATIONS + "/ordersummary/rebuilds", "{\"eventsPerSecond\": 1, \"segments\": 4}")
                    .header("Location");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(other.get(slow).read("$.state")).isIn("REBUILDING", "CATCHING_UP"));
            service.end();
            other.put(slow + "/throttle", "{\"eventsPerSecond\": null}");

            awaitSwitched(other, slow);
            assertThat(other.get(slow).read("$.comparison.differing")).isEqualTo(0);
            service.begin();
        }
        assertThat(service.generation("ordersummary")).isEqualTo(3);
        // The one that served before is kept, and no other.
        await().atMost(PATIENCE)
                .until(() -> service.count("generation where state <> 'DROPPED' and view = 'ordersummary'") == 2);
        story.confirmed(orders.getFirst());
        log.append(story);
        awaitPositions(service);
        assertThat(service.count("ordersummary where status = 'CONFIRMED'")).isEqualTo(1);
    }

    @Test
    void all_nodes_that_are_killed_in_the_middle_go_on_where_they_were() {
        String slow = service.post(OPERATIONS + "/ordersearch/rebuilds", "{\"eventsPerSecond\": 1}")
                .header("Location");
        String processor = Generation.processor("ordersearch", 2);
        // What is shown may be ahead of what is stored, and only what is stored outlives the nodes.
        long before = await().atMost(PATIENCE).until(() -> stored(processor), number -> number > 0);
        service.end();

        service.begin();
        assertThat((Integer) service.get(slow).read("$.done")).isGreaterThanOrEqualTo((int) before);
        service.put(slow + "/throttle", "{\"eventsPerSecond\": null}");

        awaitSwitched(service, slow);
        assertThat(service.get(slow).read("$.comparison.differing")).isEqualTo(0);
    }

    private long stored(String processor) {
        return SegmentTokens.lowest(service.bean(SegmentTokens.class).of(processor));
    }

    private void place(int count) {
        for (int order = 0; order < count; order++) {
            orders.add(story.placed(Orders.guest()));
        }
    }

    private static String begin(RunningProjections node, String view) {
        return node.post(OPERATIONS + "/" + view + "/rebuilds", "{}").header("Location");
    }

    private static void awaitSwitched(RunningProjections node, String rebuild) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(node.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));
    }

    private void awaitPositions(RunningProjections node) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(RunningProjections.VIEWS.size())
                        .containsOnly(story.size()));
    }
}
