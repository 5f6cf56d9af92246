package io.waybill.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditCommandTest {
    private static final String MUG = "/api/v1/audit/stock/MUG%40MAIN";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void what_happened_is_listed_with_who_and_what_it_changed() {
        api.on("GET " + MUG + "?limit=20", 200, """
                {"items":[
                 {"version":0,"name":"StockReceived","recordedAt":"2026-11-21T17:00:00.3Z","actor":"olga",
                  "command":"ReceiveStock","changes":[{"path":"/onHand","after":12},{"path":"/a","after":{"b":1}}]},
                 {"version":1,"name":"StockCounted","recordedAt":"2026-11-21T18:00:00Z","actor":"tom",
                  "changes":[{"path":"/onHand","before":12,"after":11},{"path":"/a","before":{"b":1}}]}],
                 "next":"c1"}""");

        assertThat(audit("stock", "MUG@MAIN")).as(shell.err()).isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "VERSION  RECORDED AT           EVENT          ACTOR  CHANGES               COMMAND",
                        "      0  2026-11-21T17:00:00Z  StockReceived  olga   onHand 12; a {\"b\":1}  ReceiveStock",
                        "      1  2026-11-21T18:00:00Z  StockCounted   tom    onHand 12 → 11; no a");
        assertThat(shell.err()).contains("There are more: --after c1");
    }

    @Test
    void what_it_was_is_shown_whole_after_a_version_and_at_a_time() {
        String then = """
                {"type":"stock","id":"MUG@MAIN","version":1,"recordedAt":"2026-11-21T18:00:00Z","event":"StockCounted",
                 "actor":"tom","position":7,"state":{"onHand":11}}""";
        api.on("GET " + MUG + "/as-of?version=1", 200, then)
                .on("GET " + MUG + "/as-of?at=2026-11-21T19%3A00%3A00%2B01%3A00", 200, then);

        assertThat(audit("stock", "MUG@MAIN", "--as-of", 1)).as(shell.err()).isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "stock    MUG@MAIN",
                        "version  1",
                        "since    2026-11-21T18:00:00Z",
                        "by       StockCounted, tom",
                        "{",
                        "  \"onHand\" : 11",
                        "}");
        assertThat(audit("stock", "MUG@MAIN", "--as-of", "2026-11-21T19:00:00+01:00"))
                .as(shell.err())
                .isZero();
    }

    @Test
    void what_lies_between_two_moments_is_listed_field_by_field() {
        api.on("GET " + MUG + "/diff?from=0&to=7", 200, """
                {"from":{"version":0,"recordedAt":"2026-11-21T17:00:00Z"},
                 "to":{"version":7,"recordedAt":"2026-11-21T18:00:00Z"},
                 "changes":[{"path":"/onHand","before":12,"after":11},{"path":"/flag","after":true}]}""");

        assertThat(audit("stock", "MUG@MAIN", "--diff", 0, 7)).as(shell.err()).isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "from version 0 (2026-11-21T17:00:00Z) to 7 (2026-11-21T18:00:00Z)",
                        "FIELD    BEFORE  AFTER",
                        "/onHand  12      11",
                        "/flag            true");
    }

    @Test
    void a_moment_that_there_was_not_is_bad_input_and_says_what_there_was() {
        api.on("GET " + MUG + "/as-of?version=9", 404, """
                {"reason":"NO_SUCH_VERSION","detail":"There is no such moment in this history.",
                 "errors":[{"parameter":"version","detail":"is beyond the last version, which is 7"}]}""");

        assertThat(audit("stock", "MUG@MAIN", "--as-of", 9)).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("version is beyond the last version, which is 7.", "(NO_SUCH_VERSION)");
    }

    @Test
    void a_call_that_asks_for_nothing_or_for_two_things_is_refused() {
        assertThat(audit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(audit("stock")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(audit("stock", "MUG@MAIN", "--as-of", 1, "--diff", 0, 1)).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(audit("stock", "MUG@MAIN", "--diff", 0)).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void programs_get_what_the_api_says() {
        api.on("GET " + MUG + "?limit=1", 200, "{\"items\":[],\"next\":null}");

        assertThat(audit("stock", "MUG@MAIN", "--limit", 1, "--json")).isZero();
        assertThat(shell.out()).contains("\"items\"");
    }

    private int audit(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url=" + api.url();
        return shell.run(new AuditCommand(), all);
    }
}
