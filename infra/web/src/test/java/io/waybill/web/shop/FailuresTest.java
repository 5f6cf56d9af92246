package io.waybill.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailuresTest extends RunningShop {
    @ParameterizedTest
    @ValueSource(strings = {"pool", "shutdown"})
    void a_database_that_is_away_is_said_to_be_so(String kind) {
        var answer = http.get("/shop/failures/" + kind);

        assertProblem(answer, 503, "DATABASE_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraint", "bug"})
    void a_bug_says_nothing_of_itself_but_is_in_the_log_with_its_trace(String kind, CapturedOutput output) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = http.get("/shop/failures/" + kind, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret").contains(trace);
        assertThat(output.getOut().lines().filter(line -> line.contains("GET /shop/failures/" + kind + " failed")))
                .singleElement()
                .asString()
                .contains("ERROR shop ", "[" + trace + "-");
        assertThat(output.getOut()).contains("secret");
    }

    @Test
    void a_service_maps_its_own_refusals_also_when_they_come_wrapped() {
        assertProblem(http.get("/shop/failures/mapped"), 409, "SHOP_CLOSED");
    }

    @Test
    void a_part_of_a_second_to_wait_counts_as_a_whole_one() {
        var answer = http.get("/shop/failures/busy");

        assertProblem(answer, 429, "BUSY");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }
}
