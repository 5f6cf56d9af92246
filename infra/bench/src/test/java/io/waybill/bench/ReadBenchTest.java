package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.bench.DeepPages.Comparison;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That the benchmark runs, and that all it asks is answered. Its speeds mean nothing in so short a time. */
@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class ReadBenchTest {
    @Test
    void each_promise_has_a_figure() throws Exception {
        ReadBench.Result result = ReadBench.run(2_000, Duration.ofSeconds(1), 10);

        assertThat(result.speeds()).hasSize(9).allSatisfy(speed -> {
            assertThat(speed.refused()).isZero();
            assertThat(speed.answers()).isPositive();
            assertThat(speed.reached()).isPositive();
            assertThat(speed.p50()).isPositive().isLessThanOrEqualTo(speed.p99());
            assertThat(speed.p99()).isLessThanOrEqualTo(speed.max());
        });
        assertThat(result.pages()).extracting(Comparison::page).containsExactly(37, 96);
    }
}
