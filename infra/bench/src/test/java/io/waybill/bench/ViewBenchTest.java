package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.Test;

/** That the benchmark runs. Its speeds mean nothing in so short a time. */
@RealServers(Server.POSTGRES)
class ViewBenchTest {
    @Test
    void each_view_has_a_speed() throws Exception {
        assertThat(ViewBench.run(400)).hasSize(8).allMatch(speed -> speed > 0);
    }
}
