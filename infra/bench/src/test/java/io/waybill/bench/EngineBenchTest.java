package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That the benchmark runs, and that both engines give back what was appended. Its speeds mean nothing in so short a time. */
@RealServers(Server.POSTGRES)
class EngineBenchTest {
    @Test
    void each_cell_has_figures_of_both_engines() throws Exception {
        assertThat(EngineBench.run(1, Duration.ofSeconds(1))).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.ours()).isPositive();
            assertThat(cell.axons()).isPositive();
            assertThat(cell.ratio()).isPositive();
        });
    }
}
