package io.waybill.cli.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.ScriptedApi;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do with a projection, and what is left of it in the record. */
class ControlsTest {
    private static final String PROJECTIONS = "/api/v1/operations/projections";
    private static final String STOCK =
            "{\"name\":\"stocklevel\",\"state\":\"PAUSED\",\"generation\":2,\"position\":700}";

    private final ScriptedApi api = new ScriptedApi();
    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_projection_is_paused_and_goes_on_and_is_rolled_back_by_somebody_for_a_reason() {
        api.on("GET " + PROJECTIONS + "/stocklevel", 200, STOCK)
                .on("POST " + PROJECTIONS + "/stocklevel/pause", 200, STOCK)
                .on("POST " + PROJECTIONS + "/stocklevel/resume", 204, "")
                .on("POST " + PROJECTIONS + "/stocklevel/rollback", 202, "");

        assertThat(run(new PauseCommand(), "stocklevel", "--reason", "sale", "--actor", "ol\u0448ga"))
                .as(shell.err())
                .isZero();
        assertThat(run(new ResumeCommand(), "stocklevel")).as(shell.err()).isZero();
        assertThat(run(new RollbackCommand(), "stocklevel")).as(shell.err()).isZero();

        assertThat(shell.lines())
                .containsExactly(
                        "stocklevel is paused at event 700",
                        "stocklevel goes on from event 700",
                        "stocklevel is served by generation 2");
        assertThat(api.changes().getFirst().body().toString()).isEqualTo("{\"reason\":\"sale\"}");
        assertThat(api.changes().getFirst().actor()).isEqualTo("ol?ga");
        assertThat(api.changes().getLast().actor()).isNotEmpty();
    }

    @Test
    void what_there_is_nothing_to_go_back_to_is_refused() {
        api.on("POST " + PROJECTIONS + "/stocklevel/rollback", 409, "{\"detail\":\"There is no generation before.\"}");

        assertThat(run(new RollbackCommand(), "stocklevel")).isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.err()).contains("There is no generation before.");
    }

    @Test
    void segments_are_split_and_merged() {
        api.on("POST " + PROJECTIONS + "/stocklevel/segments/3/split", 200, "{\"segments\":[{},{}]}")
                .on("POST " + PROJECTIONS + "/stocklevel/segments/3/merge", 200, "{\"segments\":[{}]}");

        assertThat(run(new SegmentsCommand(), "split", "stocklevel", 3))
                .as(shell.err())
                .isZero();
        assertThat(run(new SegmentsCommand(), "merge", "stocklevel", 3))
                .as(shell.err())
                .isZero();
        assertThat(run(new SegmentsCommand(), "merge", "stocklevel", "x")).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(shell.lines())
                .containsExactly("stocklevel is worked on in 2 segments", "stocklevel is worked on in 1 segment");
    }

    @Test
    void what_was_done_is_listed_with_who_and_why() {
        String done = """
                {"items":[{"at":"2026-11-21T18:00:00.9Z","actor":"olga","action":"REBUILD_ASKED","projection":"stocklevel",
                 "reason":"new column","detail":{"mode":"SIDE_BY_SIDE"}}],"next":null}""";
        api.on("GET " + PROJECTIONS + "/history?projection=stocklevel&limit=5&after=x", 200, done);

        assertThat(run(new OperationsCommand(), "stocklevel", "--limit", 5, "--after", "x"))
                .as(shell.err())
                .isZero();
        assertThat(shell.lines())
                .containsExactly(
                        "AT                    WHO   WHAT           PROJECTION  REASON      DETAIL",
                        "2026-11-21T18:00:00Z  olga  rebuild asked  stocklevel  new column  {\"mode\":\"SIDE_BY_SIDE\"}");
    }

    @Test
    void a_repair_is_of_the_ids_that_are_given_and_those_of_a_file() throws Exception {
        Path list = Files.writeString(folder.resolve("ids"), "b\n\n c \n");
        api.on("POST " + PROJECTIONS + "/stocklevel/repairs", 202, "{}", PROJECTIONS + "/stocklevel/repairs/1")
                .on("GET " + PROJECTIONS + "/stocklevel/repairs/1", 200, "{\"state\":\"DONE\",\"done\":3,\"total\":3}");

        assertThat(run(new RepairCommand(), "stocklevel", "a", "--ids-from", list, "--reason", "lost"))
                .as(shell.err())
                .isZero();

        assertThat(api.changes().getFirst().body().toString())
                .isEqualTo("{\"reason\":\"lost\",\"ids\":[\"a\",\"b\",\"c\"]}");
        assertThat(shell.err()).contains("repair done [====================] 3 of 3");
    }

    @Test
    void what_could_not_be_repaired_is_named_and_a_view_without_repair_refused() {
        api.on("POST " + PROJECTIONS + "/stocklevel/repairs", 202, "{}", PROJECTIONS + "/stocklevel/repairs/1")
                .on("GET " + PROJECTIONS + "/stocklevel/repairs/1", 200, """
                        {"state":"DONE","done":1,"total":2,"failed":1,"failures":[{"id":"b","cause":"no history"}]}""")
                .on(
                        "POST " + PROJECTIONS + "/salesreport/repairs",
                        409,
                        "{\"reason\":\"NOT_REPAIRABLE\",\"detail\":\"Rebuild salesreport instead.\"}");

        assertThat(run(new RepairCommand(), "stocklevel", "a", "b")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.lines()).containsExactly("1 error", "  b: no history");
        assertThat(run(new RepairCommand(), "salesreport", "a")).isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.err()).contains("Rebuild salesreport instead. (NOT_REPAIRABLE)");
    }

    @Test
    void a_repair_of_nothing_or_of_too_much_is_not_asked_for() throws Exception {
        Path long_ = Files.write(folder.resolve("long"), Collections.nCopies(2_000, "a"));

        assertThat(run(new RepairCommand(), "stocklevel")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run(new RepairCommand(), "stocklevel", "--ids-from", long_)).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run(new RepairCommand(), "stocklevel", "--ids-from", folder.resolve("none")))
                .isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(shell.err()).contains("A repair is of 1 to 1000 ids, but there were 0", "cannot be read");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void a_dry_run_without_errors_is_as_it_should_be() {
        dryRun("{\"state\":\"DONE\",\"done\":90,\"total\":90,\"perSecond\":30,\"errors\":0,\"examples\":[]}");

        assertThat(run(new DryRunCommand(), "stocklevel", "--from", 1, "--to", 90))
                .as(shell.err())
                .isZero();

        assertThat(api.changes().getFirst().body().toString()).isEqualTo("{\"from\":1,\"to\":90}");
        assertThat(shell.err()).contains("dry run done [====================] 90 of 90  30/s");
        assertThat(shell.lines()).containsExactly("no errors");
    }

    @Test
    void a_dry_run_with_errors_is_a_failure_with_examples() {
        dryRun("""
                {"state":"DONE","done":90,"total":90,"errors":2,"examples":
                 [{"number":7,"event":"StockReceived","aggregate":"MUG@MAIN","cause":"no quantity"}]}""");

        assertThat(run(new DryRunCommand(), "stocklevel")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.lines()).containsExactly("2 errors", "  event 7, StockReceived of MUG@MAIN: no quantity");
    }

    @Test
    void a_dry_run_may_be_left_to_itself() {
        dryRun("{\"state\":\"RUNNING\"}");

        assertThat(run(new DryRunCommand(), "stocklevel", "--detach")).isZero();
        assertThat(shell.lines()).containsExactly("dry run has begun: " + PROJECTIONS + "/stocklevel/dry-runs/1");
    }

    @Test
    void one_that_broke_off_says_why_and_one_can_be_ended() {
        dryRun("{\"state\":\"FAILED\",\"errors\":0,\"detail\":\"Kafka gave nothing\"}");
        api.on("POST " + PROJECTIONS + "/stocklevel/dry-runs/1/cancel", 200, "{\"state\":\"CANCELLED\"}");

        assertThat(run(new DryRunCommand(), "stocklevel")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(run(new DryRunCommand(), "stocklevel", "--cancel", 1)).isZero();
        assertThat(shell.lines()).containsExactly("failed: Kafka gave nothing", "dry run 1 is ended");
    }

    private void dryRun(String end) {
        String at = PROJECTIONS + "/stocklevel/dry-runs";
        api.on("POST " + at, 202, "{}", at + "/1")
                .on("GET " + at + "/1", 200, "{\"state\":\"RUNNING\",\"done\":1,\"total\":90}")
                .on("GET " + at + "/1", 200, end);
    }

    private int run(Object command, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url=" + api.url();
        return shell.run(command, all);
    }
}
