package io.waybill.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code If-Match}: a change that is meant for certain versions only. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class ConditionalCommandsTest {
    private static final int AT_ONCE = 16;
    private static final String ONE = "{\"quantity\":1}";

    private static RunningCommandSide node;
    private static RunningCommandSide other;

    @BeforeAll
    static void start() {
        node = RunningCommandSide.start();
        other = node.anotherNode();
        node.stocked("MUG", 10);
    }

    @AfterAll
    static void stop() {
        other.close();
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", "\"7\", W/\"9\", \"0\""})
    void a_change_to_a_version_that_the_client_knows_is_made(String known) {
        String sku = "KNOWN-" + Integer.toUnsignedString(known.hashCode());
        node.stocked(sku, 1);

        node.post(receipts(sku), ONE, "If-Match", known)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"0\"", "\"abc\"", "\"1\", \"2\""})
    void a_change_to_any_other_is_refused_and_told_the_version(String stale) {
        long events = node.events();

        node.post(receipts("mug"), ONE, "If-Match", stale, "Idempotency-Key", "stale " + stale.hashCode())
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("PRECONDITION_FAILED")
                .jsonPath("$.detail")
                .isEqualTo("The version is \"0\" now, and If-Match does not name it; nothing was changed.")
                .jsonPath("$.errors[0].header")
                .isEqualTo("If-Match");
        assertThat(node.events()).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0", "*, \"0\"", ","})
    void a_malformed_condition_is_refused(String malformed) {
        node.post(receipts("mug"), ONE, "If-Match", malformed)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("INVALID_ENTITY_TAG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\""})
    void what_is_only_being_created_matches_nothing(String condition) {
        node.post("/api/v1/orders", """
                {"shipTo":{"country":"Norway"},"lines":[{"sku":"mug","quantity":1}],
                "payment":{"cardToken":"tok_approve"}}""", "If-Match", condition)
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .doesNotExist("ETag");
    }

    @Test
    void a_repeated_key_is_answered_whatever_the_version_is_by_now() {
        node.stocked("AGAIN", 1);
        String[] headers = {"If-Match", "\"0\"", "Idempotency-Key", "again"};
        node.post(receipts("again"), ONE, headers).expectStatus().isCreated();

        other.post(receipts("again"), ONE, headers)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @Test
    void of_many_changes_to_one_version_on_two_nodes_one_is_made() throws Exception {
        node.stocked("RACE", 1);

        List<String> answers = AtOnce.call(AT_ONCE, i -> {
            var result = (i % 2 == 0 ? node : other)
                    .post(receipts("race"), ONE, "If-Match", "\"0\"")
                    .expectBody(String.class)
                    .returnResult();
            return result.getStatus().value() + " "
                    + result.getResponseHeaders().getETag();
        });

        assertThat(answers).containsOnlyOnce("201 \"1\"");
        assertThat(answers).filteredOn(answer -> answer.equals("412 \"1\"")).hasSize(AT_ONCE - 1);
    }

    private static String receipts(String sku) {
        return "/api/v1/stock/" + sku + "/main/receipts";
    }
}
