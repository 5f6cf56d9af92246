package io.waybill.cli.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildCommandTest {
    private static final String REBUILDS = "/api/v1/operations/projections/ordersummary/rebuilds";
    private static final String EQUAL =
            ",\"comparison\":{\"rowsBefore\":911,\"rowsAfter\":911,\"checksumBefore\":\"42\",\"checksumAfter\":\"42\","
                    + "\"differing\":0,\"examples\":[],\"columns\":[\"order_id\"]}";
    private static final String DIFFERENT =
            ",\"comparison\":{\"rowsBefore\":911,\"rowsAfter\":910,\"checksumBefore\":\"42\",\"checksumAfter\":\"43\","
                    + "\"differing\":12,\"examples\":[\"a\",\"b\"],\"columns\":[\"order_id\"]}";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_rebuild_is_watched_until_readers_are_switched_and_equal_is_said_to_be() {
        goesTo("SWITCHED", EQUAL + ",\"rollbackUntil\":\"2026-11-22T18:00:00.5Z\"");

        assertThat(rebuild("--actor", "olga", "--reason", "new column"))
                .as(shell.err())
                .isZero();

        assertThat(api.changes()).singleElement().satisfies(asked -> {
            assertThat(asked.request()).isEqualTo("POST " + REBUILDS);
            assertThat(asked.body().toString()).isEqualTo("{\"reason\":\"new column\"}");
            assertThat(asked.actor()).isEqualTo("olga");
        });
        assertThat(shell.err())
                .contains("ordersummary switched [====================] 100 %  21,300/s  2,000 of 2,000");
        assertThat(shell.lines())
                .containsExactly(
                        "        rows  checksum",
                        "before   911        42",
                        "after    911        42",
                        "equal",
                        "switched to generation 4; until 2026-11-22T18:00:00Z it can be undone: waybill rollback ordersummary");
    }

    @Test
    void one_in_place_leaves_nothing_to_go_back_to() {
        goesTo("SWITCHED", ",\"mode\":\"IN_PLACE\"");
        assertThat(rebuild("--in-place")).isZero();
        assertThat(shell.lines()).containsExactly("rebuilt in place");
    }

    @Test
    void one_in_place_that_failed_leaves_the_view_incomplete() {
        goesTo("FAILED", ",\"mode\":\"IN_PLACE\",\"failure\":{\"cause\":\"no total\"}");
        assertThat(rebuild("--in-place")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out()).contains("failed, the view is incomplete: no total");
    }

    @Test
    void where_the_two_cannot_be_compared_nothing_is_claimed() {
        goesTo("SWITCHED", EQUAL.replace("\"differing\":0,", ""));
        assertThat(rebuild()).isZero();
        assertThat(shell.out()).contains("the two cannot be compared").doesNotContain("equal");
    }

    @Test
    void one_that_waits_for_a_server_says_so() {
        goesTo("SWITCHED", EQUAL + ",\"trouble\":\"Elasticsearch is away\"");
        assertThat(rebuild()).isZero();
        assertThat(shell.err()).contains("100 %  waits: Elasticsearch is away  21,300/s");
    }

    @Test
    void what_is_asked_for_goes_with_the_request() {
        goesTo("SWITCHED", EQUAL);

        assertThat(rebuild("--in-place", "--switch", "if-equal", "--segments", 2, "--throttle", 5_000))
                .isZero();

        assertThat(api.changes().getFirst().body().toString())
                .isEqualTo("{\"mode\":\"IN_PLACE\",\"switch\":\"IF_EQUAL\",\"segments\":2,\"eventsPerSecond\":5000}");
    }

    @Test
    void a_view_that_differs_is_switched_to_and_said_to_differ() {
        goesTo("SWITCHED", DIFFERENT);

        assertThat(rebuild()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out()).contains("NOT equal: 12 keys not the same (a, b, …)", "switched to generation 4");
    }

    @Test
    void one_that_waits_for_a_person_says_how_to_switch() {
        goesTo("READY", EQUAL);

        assertThat(rebuild("--switch", "manual")).isZero();
        assertThat(shell.out()).contains("waybill rebuilds switch ordersummary");
    }

    @Test
    void one_that_failed_names_the_event_and_the_cause_and_what_to_do() {
        goesTo(
                "FAILED",
                ",\"failure\":{\"number\":700000,\"event\":\"OrderPlaced\",\"aggregate\":\"01a1\",\"cause\":\"no total\"}");

        assertThat(rebuild()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.lines())
                .containsExactly(
                        "failed, the view is as it was: event 700,000, OrderPlaced of 01a1: no total",
                        "Mend the cause, then go on from there: waybill rebuilds retry ordersummary");
    }

    @Test
    void a_second_operator_is_told_by_whom_it_was_started() {
        api.on(
                "POST " + REBUILDS,
                409,
                "{\"reason\":\"REBUILD_RUNNING\",\"detail\":\"Rebuilt by olga since 2026-11-21T18:00:00Z.\"}");

        assertThat(rebuild()).isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.err()).contains("Rebuilt by olga since 2026-11-21T18:00:00Z. (REBUILD_RUNNING)");
    }

    @Test
    void an_unknown_name_is_told_the_known_ones() {
        api.on(
                "POST " + REBUILDS,
                404,
                "{\"reason\":\"UNKNOWN_PROJECTION\",\"detail\":\"The projections are audit, stocklevel.\"}");

        assertThat(rebuild()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("The projections are audit, stocklevel.");
    }

    @Test
    void who_does_not_want_to_wait_gets_the_id() {
        goesTo("SWITCHED", EQUAL);

        assertThat(rebuild("--detach")).isZero();
        assertThat(shell.lines()).containsExactly("rebuild 7 has begun");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void programs_get_what_the_api_says() {
        goesTo("SWITCHED", EQUAL);

        assertThat(rebuild("--json")).isZero();
        assertThat(shell.out()).contains("\"state\" : \"SWITCHED\"", "\"checksumAfter\" : \"42\"");
    }

    @Test
    void what_is_no_option_is_refused_before_anything_is_asked() {
        assertThat(rebuild("--switch", "sometimes")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("auto", "if-equal", "manual");
        assertThat(api.requests()).isEmpty();
    }

    private void goesTo(String state, String more) {
        String fields = "\"id\":\"7\",\"projection\":\"ordersummary\",\"generation\":4,\"total\":2000,\"state\":\"";
        api.on("POST " + REBUILDS, 202, "{" + fields + "REBUILDING\",\"done\":0}", REBUILDS + "/7")
                .on("GET " + REBUILDS + "/7", 200, "{" + fields + "REBUILDING\",\"done\":500}")
                .on(
                        "GET " + REBUILDS + "/7",
                        200,
                        "{" + fields + state + "\",\"done\":2000,\"percent\":100,\"perSecond\":21300" + more + "}");
    }

    private int rebuild(Object... options) {
        Object[] all = new Object[options.length + 2];
        all[0] = "ordersummary";
        all[1] = "--url=" + api.url();
        System.arraycopy(options, 0, all, 2, options.length);
        return shell.run(new RebuildCommand(), all);
    }
}
