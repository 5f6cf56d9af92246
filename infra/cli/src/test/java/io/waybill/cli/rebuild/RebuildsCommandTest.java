package io.waybill.cli.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildsCommandTest {
    private static final String REBUILDS = "/api/v1/operations/projections/stocklevel/rebuilds";
    private static final String RUNNING = """
            {"id":"8","projection":"stocklevel","mode":"SIDE_BY_SIDE","state":"REBUILDING","generation":3,
             "askedAt":"2026-11-21T18:00:00.123Z","askedBy":"olga","reason":"new column","done":520,"total":1000,
             "percent":52.4,"perSecond":100,"secondsLeft":5,"throttle":100}""";
    private static final String SWITCHED = """
            {"id":"7","projection":"stocklevel","mode":"IN_PLACE","state":"SWITCHED","generation":2,
             "askedAt":"2026-11-20T18:00:00Z","askedBy":"tom","endedAt":"2026-11-20T18:01:00Z","done":1,"total":1,
             "comparison":{"rowsBefore":1,"rowsAfter":1,"differing":3,"examples":["a"]}}""";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void all_are_listed_the_newest_first() {
        api.on("GET " + REBUILDS + "?limit=20", 200, "{\"items\":[" + RUNNING + "," + SWITCHED + "],\"next\":\"n\"}");

        assertThat(rebuilds("stocklevel")).as(shell.err()).isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "REBUILD  ASKED AT              BY    MODE          GENERATION  STATE                      DIFFERING  REASON",
                        "8        2026-11-21T18:00:00Z  olga  side by side           3  rebuilding 52 %, 5 s left             new column",
                        "7        2026-11-20T18:00:00Z  tom   in place               2  switched                           3");
        assertThat(shell.err()).contains("There are more: --after n");
    }

    @Test
    void the_newest_is_shown_unless_another_is_named() {
        newest();
        api.on("GET " + REBUILDS + "/7", 200, SWITCHED);

        assertThat(rebuilds("show", "stocklevel")).as(shell.err()).isZero();
        assertThat(shell.lines())
                .contains(
                        "asked       2026-11-21T18:00:00Z by olga",
                        "throttle    100 events/s",
                        "stocklevel rebuilding [==========          ] 52 %  100/s  5 s left  520 of 1,000");

        assertThat(rebuilds("show", "stocklevel", "--id", "7")).isZero();
        assertThat(shell.out()).contains("NOT equal: 3 keys not the same (a, …)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel", "retry", "switch"})
    void a_step_is_taken_with_who_and_why(String step) {
        newest();
        api.on("POST " + REBUILDS + "/8/" + step, 200, "");

        assertThat(rebuilds(step, "stocklevel", "--actor", "tom", "--reason", "sale"))
                .as(shell.err())
                .isZero();

        assertThat(shell.lines()).containsExactly("rebuild 8 of stocklevel: rebuilding");
        assertThat(api.changes()).singleElement().satisfies(asked -> {
            assertThat(asked.request()).isEqualTo("POST " + REBUILDS + "/8/" + step);
            assertThat(asked.body().toString()).isEqualTo("{\"reason\":\"sale\"}");
            assertThat(asked.actor()).isEqualTo("tom");
        });
    }

    @Test
    void a_step_that_is_not_possible_now_is_refused() {
        newest();
        api.on("POST " + REBUILDS + "/8/retry", 409, "{\"reason\":\"NOT_FAILED\",\"detail\":\"It goes on.\"}");

        assertThat(rebuilds("retry", "stocklevel", "--json")).isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.err()).contains("It goes on. (NOT_FAILED)");
        assertThat(shell.out()).contains("\"reason\" : \"NOT_FAILED\"");
    }

    @Test
    void the_speed_is_limited_and_set_free_again() {
        newest();
        api.on("PUT " + REBUILDS + "/8/throttle", 200, RUNNING);

        assertThat(rebuilds("throttle", "stocklevel", "5000")).as(shell.err()).isZero();
        assertThat(rebuilds("throttle", "stocklevel", "none")).isZero();
        assertThat(rebuilds("throttle", "stocklevel", "fast")).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(api.changes())
                .extracting(asked -> asked.body().toString())
                .containsExactly("{\"eventsPerSecond\":5000}", "{\"eventsPerSecond\":null}");
        assertThat(shell.lines()).containsExactly("at most 5,000 events a second", "no limit any more");
    }

    @Test
    void where_there_was_none_there_is_nothing_to_steer() {
        api.on("GET " + REBUILDS + "?limit=1", 200, "{\"items\":[]}");

        assertThat(rebuilds("pause", "stocklevel")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("There was no rebuild of stocklevel yet.");
        assertThat(rebuilds()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    private void newest() {
        api.on("GET " + REBUILDS + "?limit=1", 200, "{\"items\":[" + RUNNING + "]}")
                .on("GET " + REBUILDS + "/8", 200, RUNNING);
    }

    private int rebuilds(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url=" + api.url();
        return shell.run(new RebuildsCommand(), all);
    }
}
