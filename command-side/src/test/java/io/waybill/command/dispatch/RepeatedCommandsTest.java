package io.waybill.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request again, later. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class RepeatedCommandsTest {
    private static final String RECEIPTS = "/api/v1/stock/mug/main/receipts";
    private static final String ONE = "{\"quantity\":1}";

    private static RunningCommandSide service;
    private static IdempotencyKeys keys;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        keys = service.context.getBean(IdempotencyKeys.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_key_in_quotes_is_the_same_as_without() {
        String first = received("\"an \\\"old\\\" key\"");

        assertThat(received("an \"old\" key")).isEqualTo(first);
        assertThat(received("another key")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"\"", "\"open", "\"a\" b", "\"a\\b\"", "tab\tbed"})
    void a_malformed_key_is_refused(String key) {
        refused(key);
    }

    @Test
    void a_key_has_255_characters_at_most() {
        received("k".repeat(255));
        received("\"" + "q".repeat(255) + "\"");
        refused("k".repeat(256));
    }

    @Test
    void one_request_has_one_key() {
        service.post(RECEIPTS, ONE, "Idempotency-Key", "one", "Idempotency-Key", "two")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void what_was_refused_is_decided_anew() {
        String receipts = "/api/v1/stock/late/main/receipts";
        service.post(receipts, ONE, "Idempotency-Key", "early").expectStatus().isNotFound();
        service.stocked("LATE", 1);

        service.post(receipts, ONE, "Idempotency-Key", "early").expectStatus().isCreated();
    }

    @Test
    void what_was_done_is_answered_alike_when_it_could_not_be_done_any_more() {
        service.stocked("GONE", 1);
        String receipts = "/api/v1/stock/gone/main/receipts";
        service.post(receipts, ONE, "Idempotency-Key", "before").expectStatus().isCreated();
        service.database.sql("delete from known_product where sku = 'GONE'").update();

        service.post(receipts, ONE, "Idempotency-Key", "after").expectStatus().isNotFound();
        service.post(receipts, ONE, "Idempotency-Key", "before").expectStatus().isCreated();
        service.post(receipts, "{\"quantity\":2}", "Idempotency-Key", "before")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void a_key_is_kept_for_a_day_and_then_forgotten() {
        String young = received("young");
        String old = received("old");
        age("api:young", IdempotencyKeys.KEPT.minusMinutes(1));
        age("api:old", IdempotencyKeys.KEPT.plusMinutes(1));

        keys.forgetOld();

        assertThat(received("young")).isEqualTo(young);
        assertThat(received("old")).isNotEqualTo(old);
    }

    @Test
    void a_sagas_step_is_kept_for_a_quarter() {
        keys.remember("step:young", "", Answer.DONE);
        keys.remember("step:old", "", Answer.DONE);
        age("step:young", IdempotencyKeys.STEPS_KEPT.minusMinutes(1));
        age("step:old", IdempotencyKeys.STEPS_KEPT.plusMinutes(1));

        keys.forgetOld();

        assertThat(keys.claim("step:young", "")).isPresent();
        assertThat(keys.claim("step:old", "")).isEmpty();
    }

    private static void age(String key, Duration age) {
        int aged = service.database
                .sql("update idempotency_key set created_at = now() - make_interval(secs => ?) where key = ?")
                .params(age.toSeconds(), key)
                .update();
        assertThat(aged).isEqualTo(1);
    }

    private static String received(String key) {
        return service.post(RECEIPTS, ONE, "Idempotency-Key", key)
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void refused(String key) {
        long events = service.events();
        service.post(RECEIPTS, ONE, "Idempotency-Key", key)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("INVALID_HEADER")
                .jsonPath("$.errors[0].header")
                .isEqualTo("Idempotency-Key");
        assertThat(service.events()).isEqualTo(events);
    }
}
