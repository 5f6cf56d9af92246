package io.waybill.web.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OperationsTest extends RunningShop {
    @Test
    void a_service_is_alive_and_ready() {
        assertThat(http.get("/actuator/health/liveness").body()).contains("\"status\":\"UP\"");
        assertThat(http.get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"", "readinessState");
    }

    @Test
    void metrics_name_the_service_and_count_requests_but_not_scrapes() {
        http.get("/shop/thread");

        // A request is counted a moment after it was answered.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            String metrics = http.get("/actuator/prometheus").body();
            assertThat(metrics).contains("jvm_memory_used_bytes{application=\"shop\"");
            assertThat(metrics).contains("http_server_requests_seconds_count", "uri=\"/shop/thread\"");
        });
        assertThat(http.get("/actuator/prometheus").body()).doesNotContain("uri=\"/actuator");
    }

    @Test
    void nothing_else_of_the_inside_is_shown() {
        assertProblem(http.get("/actuator/env"), 404, "NOT_FOUND");
    }

    @Test
    void a_request_runs_on_a_virtual_thread_of_its_service_in_the_trace_of_its_caller() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(http.get("/shop/thread", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .body())
                .contains("\"virtual\":true", "\"service\":\"shop\"", "\"trace\":\"" + trace + "\"");
    }
}
