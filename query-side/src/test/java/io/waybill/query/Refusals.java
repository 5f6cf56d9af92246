package io.waybill.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import org.springframework.http.HttpStatus;

/** What a refused request has to look like. */
public final class Refusals {
    private Refusals() {}

    /** 400, as a problem that names the parameter and says what is wrong with it. */
    public static void assertRefused(Answer answer, String parameter, String detail) {
        assertThat(answer.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.read("$.reason")).isEqualTo("INVALID_PARAMETER");
        assertThat(answer.list("$.errors[*].parameter")).containsExactly(parameter);
        assertThat(answer.read("$.errors[0].detail").toString()).contains(detail);
    }

    /** 404, as a problem with this reason. */
    public static void assertNotFound(Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.read("$.reason")).isEqualTo(reason);
    }
}
