package io.waybill.cli.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagasCommandTest {
    private static final String SAGAS = "/api/v1/operations/sagas";
    private static final String STUCK = """
            {"type":"fulfilment","id":"01a1","step":"AUTHORIZING","since":"2026-11-21T17:00:00.1Z","waitsFor":"payment",
             "dueAt":"2026-11-21T17:05:00Z","overdue":2,"undone":["stock"],"reasons":["SHORT_STOCK","DECLINED"]}""";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void those_that_are_stuck_are_listed_and_are_a_failure() {
        api.on("GET " + SAGAS + "?stuck=true&limit=20", 200, "{\"items\":[" + STUCK + "],\"readers\":[]}");

        assertThat(sagas("--stuck")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.lines())
                .containsExactly(
                        "TYPE        ID    STEP         OVERDUE  WAITS FOR  SINCE                 REASONS",
                        "fulfilment  01a1  authorizing        2  payment    2026-11-21T17:00:00Z  SHORT_STOCK, DECLINED");
    }

    @Test
    void where_none_is_stuck_all_is_well() {
        api.on("GET " + SAGAS + "?stuck=true&limit=20", 200, "{\"items\":[]}");

        assertThat(sagas("--stuck")).isZero();
        assertThat(shell.lines()).containsExactly("There are none.");
    }

    @Test
    void those_of_a_type_are_listed_page_by_page() {
        api.on("GET " + SAGAS + "?type=return&limit=7&after=return%2F1", 200, "{\"items\":[" + STUCK + "]}");

        assertThat(sagas("--type", "return", "--limit", 7, "--after", "return/1"))
                .as(shell.err())
                .isZero();
    }

    @Test
    void one_is_shown_and_retried_and_cancelled() {
        api.on("GET " + SAGAS + "/fulfilment/01a1", 200, STUCK)
                .on("POST " + SAGAS + "/fulfilment/01a1/retry", 202, STUCK)
                .on("POST " + SAGAS + "/fulfilment/01a1/cancellation", 202, STUCK);

        assertThat(sagas("show", "fulfilment", "01a1")).as(shell.err()).isZero();
        assertThat(sagas("retry", "fulfilment", "01a1")).as(shell.err()).isZero();
        assertThat(sagas("cancel", "fulfilment", "01a1", "--reason", "stolen", "--actor", "olga"))
                .as(shell.err())
                .isZero();

        assertThat(shell.lines())
                .containsExactly(
                        "process    fulfilment 01a1",
                        "step       authorizing, since 2026-11-21T17:00:00Z",
                        "waits for  payment",
                        "until      2026-11-21T17:05:00Z",
                        "overdue    2",
                        "undone     stock",
                        "reasons    SHORT_STOCK, DECLINED",
                        "the step of fulfilment 01a1 is taken again: authorizing",
                        "fulfilment 01a1 is being cancelled; it was at: authorizing");
        assertThat(api.changes().getLast().body().toString()).isEqualTo("{\"reason\":\"stolen\"}");
        assertThat(api.changes().getLast().actor()).isEqualTo("olga");
    }

    @Test
    void what_has_ended_cannot_be_retried_and_nothing_is_cancelled_without_a_reason() {
        api.on("POST " + SAGAS + "/return/1/retry", 409, "{\"reason\":\"SAGA_ENDED\",\"detail\":\"It has ended.\"}");

        assertThat(sagas("retry", "return", "1")).isEqualTo(ExitCodes.REFUSED);
        assertThat(sagas("cancel", "fulfilment", "01a1")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(api.changes()).hasSize(1);
    }

    private int sagas(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url=" + api.url();
        return shell.run(new SagasCommand(), all);
    }
}
