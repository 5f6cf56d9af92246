package io.waybill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PortPlanTest {
    @Test
    void every_part_has_a_port_of_its_own() {
        PortPlan ports = new PortPlan(8080);
        IntStream all = IntStream.of(
                ports.gateway(),
                ports.commandSide(),
                ports.commandSideGrpc(),
                ports.sagas(),
                ports.projections(),
                ports.querySide(),
                ports.paymentSimulator(),
                ports.postgres(),
                ports.kafka(),
                ports.kafkaController(),
                ports.elasticsearch(),
                ports.elasticsearchTransport());
        assertThat(all).doesNotHaveDuplicates().allMatch(port -> port >= 8080 && port <= 8094);
    }

    @Test
    void the_highest_port_leaves_room_for_all() {
        assertThat(new PortPlan(PortPlan.HIGHEST).elasticsearchTransport()).isEqualTo(65_535);
    }

    @Test
    void the_first_port_that_is_taken_is_named() throws Exception {
        PortPlan ports = new PortPlan(TestHome.freePort());
        assertThat(ports.firstTaken()).isEmpty();
        try (ServerSocket other = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.firstTaken()).contains(other.getLocalPort());
        }
    }
}
