package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.Test;

/** That the benchmark runs. Its speeds mean nothing in so short a time. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class RebuildBenchTest {
    @Test
    void each_rebuild_has_a_speed() throws Exception {
        assertThat(RebuildBench.run(400, 2, 1)).hasSize(17).allMatch(speed -> speed > 0);
    }
}
