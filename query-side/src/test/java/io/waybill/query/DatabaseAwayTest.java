package io.waybill.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.projection.Answer;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class DatabaseAwayTest {
    private static final String AN_ORDER = "/api/v1/orders/" + UUID.randomUUID();

    @Test
    void without_its_database_the_service_says_when_to_come_again_and_recovers_by_itself() {
        try (RunningQuerySide service = RunningQuerySide.inHaste("ordersummary")) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> service.get(AN_ORDER).status() == HttpStatus.NOT_FOUND);
            TestServers.postgres().stop();
            try {
                for (String path : new String[] {
                    AN_ORDER,
                    "/api/v1/orders",
                    "/api/v1/stock/1",
                    "/api/v1/reports/sales?by=day",
                    "/api/v1/audit/product/1"
                }) {
                    Answer answer = service.get(path);
                    assertThat(answer.status()).as(path).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                    assertThat(answer.read("$.reason")).isEqualTo("DATABASE_UNAVAILABLE");
                }
                assertThat(service.get("/actuator/health/readiness").status())
                        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(HttpStatus.OK);
            } finally {
                TestServers.postgres().start();
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> service.get(AN_ORDER).status() == HttpStatus.NOT_FOUND);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> service.get("/actuator/health/readiness").status() == HttpStatus.OK);
        }
    }
}
