package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator at a terminal, who has nothing but the address of the gateway. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class CommandLineJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String UNKNOWN_ORDER = "01900000-0000-7000-8000-000000000001";

    /** So many pieces that no other test orders. */
    private static final int TOO_MANY = 777;

    private static RunningWaybill waybill;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
        waybill.stocked("MUG", "An enamel mug", 10_000);
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void how_far_each_projection_is_stands_in_a_table() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(run("projections")).as(said()).isZero());

        assertThat(out.toString().lines().findFirst().orElseThrow())
                .startsWith("PROJECTION")
                .contains("STATE", "LAG", "LETTERS");
        assertThat(out.toString().lines().skip(1).map(line -> line.split(" ", 2)[0]))
                .contains("audit", "ordersearch", "ordersummary", "stocklevel");
        assertThat(run("projections", "ordersummary")).as(said()).isZero();
        assertThat(out.toString()).contains("SEGMENT", "position");
        assertThat(json("projections", "ordersummary").path("name").asString()).isEqualTo("ordersummary");
        assertThat(run("projections", "nonesuch")).isEqualTo(2);
        assertThat(err.toString()).contains("The projections are audit");
    }

    @Test
    void an_event_that_a_view_cannot_digest_is_found_looked_at_and_retried() {
        String table = waybill.views()
                .sql("select table_schema from information_schema.tables"
                        + " where table_name = 'ordersummary' and table_type = 'BASE TABLE'")
                .query(String.class)
                .single();
        waybill.views()
                .sql("alter table " + table + ".ordersummary add constraint digestible"
                        + " check (lines->0->>'quantity' <> '" + TOO_MANY + "') not valid")
                .update();
        String order = waybill.ordered("{\"sku\":\"mug\",\"quantity\":" + TOO_MANY + "}", "tok_approve");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("dead-letters", "list", "ordersummary")).isZero();
            assertThat(out.toString()).contains("Order " + order, "digestible", "queues behind another");
        });
        String number = json("dead-letters", "list", "ordersummary")
                .at("/items/0/number")
                .asString();

        assertThat(run("dead-letters")).isZero();
        assertThat(out.toString()).contains("projections  ordersummary");
        assertThat(run("dead-letters", "show", "ordersummary", number))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("OrderPlaced", "payload", "digestible");
        assertThat(run("dead-letters", "retry", "ordersummary", number)).isEqualTo(1);

        waybill.views()
                .sql("alter table " + table + ".ordersummary drop constraint digestible")
                .update();
        assertThat(run("dead-letters", "retry", "ordersummary", "--all"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("0 failed again, 0 left");
        assertThat(run("dead-letters", "list", "ordersummary")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("There are none.");
        assertThat(run("dead-letters", "show", "ordersummary", number)).isEqualTo(2);
        assertThat(run("dead-letters", "list", "fulfilment", "--of", "sagas"))
                .as(said())
                .isZero();
    }

    @Test
    void a_process_is_shown_and_its_order_cancelled() {
        String order = waybill.ordered("{\"sku\":\"mug\",\"quantity\":1}", "tok_approve");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(run("sagas", "show", "fulfilment", order)).isZero());
        assertThat(out.toString()).contains("fulfilment " + order, "step");
        assertThat(run("sagas", "--type", "fulfilment", "--limit", "100"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains(order);

        assertThat(run("sagas", "cancel", "fulfilment", order, "--reason", "a test", "--actor", "olga"))
                .as(said())
                .isZero();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(run("audit", "order", order)).isZero();
            assertThat(out.toString()).containsPattern("OrderCancelled +olga");
        });
        assertThat(run("sagas", "show", "fulfilment", UNKNOWN_ORDER)).isEqualTo(2);
    }

    @Test
    void what_an_entity_was_and_what_has_changed_is_told() {
        waybill.stocked("CUP", "A cup", 5);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(run("audit", "stock", "cup@main")).isZero());

        assertThat(out.toString()).contains("VERSION", "StockReceived");
        assertThat(run("audit", "stock", "cup@main", "--as-of", "0")).as(said()).isZero();
        assertThat(out.toString()).contains("CUP@MAIN", "onHand");
        assertThat(run("audit", "stock", "cup@main", "--diff", "0", "0"))
                .as(said())
                .isZero();
        assertThat(out.toString()).contains("nothing has changed");
        assertThat(json("audit", "stock", "cup@main").at("/items/0/name").asString())
                .isEqualTo("StockReceived");
        assertThat(run("audit", "stock", "cup@main", "--as-of", "99")).isEqualTo(2);
        assertThat(run("audit", "order", UNKNOWN_ORDER)).isEqualTo(2);
    }

    private JsonNode json(String... arguments) {
        assertThat(run(Stream.concat(Arrays.stream(arguments), Stream.of("--json"))
                        .toArray(String[]::new)))
                .as(said())
                .isZero();
        return new JsonMapper().readTree(out.toString());
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
