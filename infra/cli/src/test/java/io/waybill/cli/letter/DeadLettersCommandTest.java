package io.waybill.cli.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersCommandTest {
    private static final String OPERATIONS = "/api/v1/operations";
    private static final String SUMMARY = OPERATIONS + "/projections/ordersummary/dead-letters";
    private static final String LETTER = """
            {"number":4711,"name":"OrderPlaced","revision":"2","aggregateType":"Order","aggregateId":"01a1","version":0,
             "sequence":"01a1","recordedAt":"2026-11-21T17:00:00Z","parkedAt":"2026-11-21T17:00:01.5Z","attempts":3,
             "cause":"DataIntegrityViolation: too many","eventId":"e","payload":"{\\"a\\":1}","metadata":{"actor":"tom"},
             "stack":"a.B: c\\n\\tat d","behind":2}""";
    private static final String BEHIND = """
            {"number":4712,"name":"OrderConfirmed","aggregateType":"Order","aggregateId":"01a1","version":1,
             "parkedAt":"2026-11-21T17:00:02Z","attempts":0}""";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @BeforeEach
    void script() {
        api.on("GET " + OPERATIONS + "/projections", 200, """
                        {"items":[{"name":"ordersummary","deadLetters":{"count":2,"oldest":"2026-11-21T17:00:01.5Z"}},
                         {"name":"fulfilment","deadLetters":{"count":0}}]}""").on("GET " + OPERATIONS + "/sagas?limit=1", 200, """
                        {"items":[],"readers":[{"name":"fulfilment","deadLetters":{"count":1}},
                         {"name":"payment","deadLetters":{"count":0}}]}""");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void those_who_have_parked_something_are_shown() {
        assertThat(letters()).as(shell.err()).isZero();

        assertThat(shell.lines())
                .containsExactly(
                        "KIND         NAME          LETTERS  OLDEST PARKED AT",
                        "projections  ordersummary        2  2026-11-21T17:00:01Z",
                        "sagas        fulfilment          1");
        assertThat(letters("--json")).isZero();
        assertThat(shell.out()).contains("\"kind\" : \"sagas\"");
    }

    @Test
    void letters_are_listed_with_their_causes() {
        api.on("GET " + SUMMARY + "?limit=20", 200, "{\"items\":[" + LETTER + "," + BEHIND + "],\"next\":4712}");

        assertThat(letters("list", "ordersummary")).as(shell.err()).isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "NUMBER  EVENT           OF          ATTEMPTS  PARKED AT             CAUSE",
                        "  4711  OrderPlaced     Order 01a1         3  2026-11-21T17:00:01Z  DataIntegrityViolation: too many",
                        "  4712  OrderConfirmed  Order 01a1         0  2026-11-21T17:00:02Z  queues behind another");
        assertThat(shell.err()).contains("--after 4712");
    }

    @Test
    void those_that_were_discarded_are_listed_with_who_and_why() {
        api.on(
                "GET " + OPERATIONS + "/sagas/fulfilment/discarded-letters?limit=20",
                200,
                "{\"items\":[{\"reason\":\"a test\",\"actor\":\"olga\",\"discardedAt\":\"2026-11-21T18:00:00Z\",\"letter\":"
                        + LETTER + "}]}");

        assertThat(letters("list", "fulfilment", "--of", "sagas", "--discarded"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("4711", "olga", "a test", "2026-11-21T18:00:00Z");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void one_is_shown_whole() {
        api.on("GET " + SUMMARY + "/4711", 200, LETTER);

        assertThat(letters("show", "ordersummary", 4711)).as(shell.err()).isZero();
        assertThat(shell.lines())
                .contains(
                        "event      OrderPlaced (revision 2)",
                        "of         Order 01a1, version 0",
                        "behind it  2",
                        "payload    {\"a\":1}",
                        "metadata   {\"actor\":\"tom\"}",
                        "  at d");
    }

    @Test
    void one_or_all_are_retried_and_what_fails_again_is_a_failure() {
        api.on("POST " + SUMMARY + "/4711/retry", 200, "{\"handled\":3,\"failed\":0,\"left\":0}")
                .on(
                        "POST " + SUMMARY + "/retry",
                        200,
                        "{\"handled\":1,\"failed\":1,\"left\":2,\"cause\":\"still too many\"}");

        assertThat(letters("retry", "ordersummary", 4711)).as(shell.err()).isZero();
        assertThat(letters("retry", "ordersummary", "--all")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.lines())
                .containsExactly(
                        "3 letters handled, 0 failed again, 0 left",
                        "1 letter handled, 1 failed again, 2 left",
                        "still too many");
        assertThat(letters("retry", "ordersummary")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(letters("retry", "ordersummary", 4711, "--all")).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void one_that_is_not_the_first_is_refused() {
        api.on("POST " + SUMMARY + "/4712/retry", 409, "{\"reason\":\"NOT_FIRST\",\"detail\":\"Queues behind 4711.\"}");

        assertThat(letters("retry", "ordersummary", 4712)).isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.err()).contains("Queues behind 4711.");
    }

    @Test
    void one_is_discarded_for_a_reason_only() {
        api.on("POST " + SUMMARY + "/4711/discard", 200, "{\"reason\":\"a test\"}");

        assertThat(letters("discard", "ordersummary", 4711)).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("--reason TEXT");
        assertThat(letters("discard", "ordersummary", 4711, "--reason", "a test", "--actor", "olga"))
                .isZero();

        assertThat(shell.lines()).containsExactly("event 4711 of ordersummary is discarded");
        assertThat(api.changes()).singleElement().satisfies(asked -> {
            assertThat(asked.body().toString()).isEqualTo("{\"reason\":\"a test\"}");
            assertThat(asked.actor()).isEqualTo("olga");
        });
    }

    @Test
    void a_name_that_both_have_has_to_be_made_clear_and_one_that_nobody_has_is_told_all() {
        assertThat(letters("list", "fulfilment")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("say --of projections or --of sagas");

        assertThat(letters("list", "ordersumary")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("There is no ordersumary; there are ordersummary, fulfilment, payment.");
    }

    private int letters(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url=" + api.url();
        return shell.run(new DeadLettersCommand(), all);
    }
}
