package io.waybill.cli.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionsCommandTest {
    private static final String PROJECTIONS = "/api/v1/operations/projections";
    private static final String AUDIT = """
            {"name":"audit","state":"FOLLOWING","generation":1,"position":1000000,"head":1000000,"lag":0,"lagSeconds":0,
             "eventsPerSecond":12,"segments":[{"segment":0,"position":1000000,"claimed":true},
             {"segment":1,"position":1000000,"claimed":false}],"deadLetters":{"count":0},
             "generations":[{"number":1,"state":"SERVING","madeAt":"2026-11-20T18:00:00.7Z"}]}""";
    private static final String STOCK = """
            {"name":"stocklevel","state":"IN_TROUBLE","generation":3,"position":700,"deadLetters":
             {"count":2,"oldest":"2026-11-20T07:00:00Z"},"segments":[],"trouble":"disk is\\u001b[2J full",
             "paused":{"by":"olga","reason":"upgrade","since":"2026-11-21T18:00:00Z"},
             "rebuild":{"projection":"stocklevel","state":"CATCHING_UP","done":99,"total":100,"secondsLeft":61},
             "generations":[{"number":3,"state":"SERVING","madeAt":"2026-11-20T18:00:00Z"},
             {"number":2,"state":"KEPT","madeAt":"2026-11-19T18:00:00Z","rollbackUntil":"2026-11-22T18:00:00Z"}]}""";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void all_that_follow_are_as_they_should_be() {
        api.on("GET " + PROJECTIONS, 200, "{\"items\":[" + AUDIT + "]}");

        assertThat(projections()).as(shell.err()).isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "PROJECTION  STATE      LAG  BEHIND  EVENTS/S  LETTERS  GENERATION   POSITION",
                        "audit       following    0     0 s        12        0           1  1,000,000");
    }

    @Test
    void one_in_trouble_is_a_failure_and_says_why() {
        api.on("GET " + PROJECTIONS, 200, "{\"items\":[" + AUDIT + "," + STOCK + "]}");

        assertThat(projections()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out())
                .contains(
                        "stocklevel  in trouble    -       -         -        2  catching up 99 %, 1 min 01 s left",
                        "2026-11-20T07:00:00Z", "stocklevel: disk is?[2J full");
    }

    @Test
    void of_one_everything_is_shown() {
        api.on("GET " + PROJECTIONS + "/stocklevel", 200, STOCK).on("GET " + PROJECTIONS + "/audit", 200, AUDIT);

        assertThat(projections("stocklevel")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.lines())
                .containsExactly(
                        "projection    stocklevel",
                        "state         in trouble",
                        "trouble       disk is?[2J full",
                        "paused        by olga since 2026-11-21T18:00:00Z: upgrade",
                        "position      700 of -",
                        "lag           - events, - behind, - events/s",
                        "dead letters  2, the oldest of 2026-11-20T07:00:00Z",
                        "rebuild       catching up 99 %, 1 min 01 s left",
                        "",
                        "GENERATION  STATE    MADE AT               ROLLBACK UNTIL",
                        "         3  serving  2026-11-20T18:00:00Z",
                        "         2  kept     2026-11-19T18:00:00Z  2026-11-22T18:00:00Z");

        assertThat(projections("audit")).isZero();
        assertThat(shell.lines())
                .contains("SEGMENT   POSITION  WORKED ON", "      0  1,000,000  yes", "      1  1,000,000  no");
    }

    @Test
    void programs_get_what_the_api_says() {
        api.on("GET " + PROJECTIONS, 200, "{\"items\":[" + AUDIT + "]}");

        assertThat(projections("--json")).isZero();
        assertThat(shell.out()).startsWith("{").contains("\"lagSeconds\" : 0");
    }

    @Test
    void what_a_person_types_stays_one_part_of_the_path() {
        api.on("GET " + PROJECTIONS + "/a%2F%2E%20b%3Fc", 200, AUDIT);

        projections("a/. b?c");

        assertThat(api.requests()).containsExactly("GET " + PROJECTIONS + "/a%2F.%20b%3Fc");
    }

    @Test
    void a_waybill_that_is_not_there_is_said_to_be_so() {
        api.close();

        assertThat(projections()).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(shell.err()).contains("does not answer");
    }

    @Test
    void a_waybill_that_fails_counts_as_not_there() {
        api.on("GET " + PROJECTIONS, 500, "{\"detail\":\"Something went wrong.\"}");

        assertThat(projections()).isEqualTo(ExitCodes.UNREACHABLE);
    }

    @Test
    void who_watches_sees_each_change_drawn_over_the_last_one() {
        api.on("GET " + PROJECTIONS, 200, "{\"lag\":2}")
                .on("GET " + PROJECTIONS, 200, "{\"lag\":2}")
                .on("GET " + PROJECTIONS, 200, "{\"lag\":1}");

        assertThat(watched(new Screen(true, false, 80), false, 3)).isEqualTo("lag\n2\n\u001b[2F\u001b[Jlag\n1\n");
    }

    @Test
    void elsewhere_each_change_is_printed_and_for_programs_in_a_line() {
        api.on("GET " + PROJECTIONS, 200, "{\"lag\":2}").on("GET " + PROJECTIONS, 200, "{\"lag\":1}");

        assertThat(watched(Screen.NONE, true, 3)).isEqualTo("{\"lag\":2}\n{\"lag\":1}\n");
    }

    private String watched(Screen screen, boolean json, int looks) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        Stop stop = new Stop();
        AtomicInteger left = new AtomicInteger(looks);
        api.onRequest(() -> {
            if (left.decrementAndGet() == 0) {
                stop.call();
            }
        });
        try (WaybillApi waybill = new WaybillApi(URI.create(api.url()), "test", stop)) {
            new Watch(
                            new Call(waybill, stop, out, out, screen, json),
                            (JsonNode body) -> "lag\n" + body.path("lag").asString())
                    .run(PROJECTIONS);
        }
        return printed.toString();
    }

    private int projections(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url=" + api.url();
        return shell.run(new ProjectionsCommand(), all);
    }
}
