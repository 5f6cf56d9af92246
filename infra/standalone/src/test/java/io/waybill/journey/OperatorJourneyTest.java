package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.cli.call.ExitCodes;
import io.waybill.standalone.Waybill;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator who changes what projections do, at a terminal, and can read afterwards who did what and why. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class OperatorJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static RunningWaybill waybill;
    private static String order;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
        waybill.stocked("MUG", "An enamel mug", 10_000);
        order = waybill.ordered("{\"sku\":\"mug\",\"quantity\":1}", "tok_approve");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(waybill.get("/api/v1/orders/" + order)
                                .path("status")
                                .asString())
                        .isEqualTo("CONFIRMED"));
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void a_view_is_rebuilt_beside_the_one_that_serves_and_rolled_back() {
        assertThat(run("rebuild", "ordersummary", "--actor", "olga", "--reason", "a new column"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("checksum", "equal", "switched to generation 2");

        assertThat(run("rebuilds", "ordersummary")).as(said()).isZero();
        assertThat(out.toString()).contains("olga", "side by side", "switched", "a new column");
        assertThat(run("rebuilds", "show", "ordersummary")).as(said()).isZero();
        assertThat(out.toString()).contains("by olga", "generation  2");

        assertThat(run("rollback", "ordersummary")).as(said()).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("projections", "ordersummary")).as(said()).isZero();
            assertThat(out.toString()).containsPattern("1  serving").containsPattern("2  kept");
        });
        assertThat(waybill.get("/api/v1/orders/" + order).path("status").asString())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void a_rebuild_waits_for_a_person_a_second_one_is_told_by_whom_and_it_is_given_up() {
        assertThat(run("rebuild", "stocklevel", "--switch", "manual", "--actor", "olga"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("ready, the view is as it was");

        assertThat(run("rebuild", "stocklevel", "--actor", "tom")).as(said()).isEqualTo(ExitCodes.REFUSED);
        assertThat(err.toString()).contains("olga", "(REBUILD_RUNNING)");
        assertThat(run("rebuilds", "throttle", "stocklevel", "5000")).as(said()).isZero();

        assertThat(run("rebuilds", "cancel", "stocklevel", "--reason", "no need"))
                .as(said())
                .isZero();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("rebuilds", "show", "stocklevel")).as(said()).isZero();
            assertThat(out.toString()).contains("cancelled");
        });
    }

    @Test
    void a_projection_is_paused_and_goes_on_and_is_worked_on_in_more_parts() {
        assertThat(run("pause", "salesreport", "--actor", "olga", "--reason", "upgrade"))
                .as(said())
                .isZero();
        assertThat(run("projections", "salesreport")).as(said()).isZero();
        assertThat(out.toString()).contains("paused", "by olga since", ": upgrade");
        assertThat(run("resume", "salesreport")).as(said()).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("projections", "salesreport")).as(said()).isZero();
            assertThat(out.toString()).contains("following");
        });

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(run("segments", "split", "salesreport", "0"))
                        .as(said())
                        .isZero());
        assertThat(out.toString()).contains("salesreport is worked on in");
        assertThat(run("segments", "split", "salesreport", "99")).isNotZero();
    }

    @Test
    void single_rows_are_made_anew_history_is_rehearsed_and_all_of_it_is_on_record() {
        assertThat(run("dry-run", "ordersummary", "--actor", "olga", "--reason", "before the release"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("no errors");

        assertThat(run("repair", "ordersummary", order, "--actor", "olga", "--reason", "lost"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("no errors");
        assertThat(run("repair", "ordersummary", "nonesuch")).as(said()).isNotZero();

        assertThat(run("operations", "ordersummary")).as(said()).isZero();
        assertThat(out.toString()).containsPattern("olga +dry run").containsPattern("olga +repair +ordersummary +lost");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Waybill.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Stream.concat(Arrays.stream(arguments), Stream.of("--url", waybill.url()))
                        .toArray(String[]::new));
    }

    private String said() {
        return out + err.toString();
    }
}
