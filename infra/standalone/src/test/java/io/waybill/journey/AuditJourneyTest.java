package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.cli.audit.AuditCommand;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A single byte that somebody changes, who may do anything in a database, is found; by the command, through the API alone. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class AuditJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static RunningWaybill waybill;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
        waybill.stocked("MUG", "An enamel mug", 1_000);
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void what_nobody_changed_is_intact_and_its_head_can_be_kept_elsewhere() {
        String order = confirmed();

        assertThat(verify("order", order)).as(out.toString()).isZero();
        assertThat(verify("stock", "mug@main")).as(out.toString()).isZero();
        assertThat(verify("product", "mug")).as(out.toString()).isZero();

        JsonNode proof = waybill.get("/api/v1/audit/product/mug/proof");
        assertThat(out.toString())
                .contains("product MUG", "head    " + proof.at("/items/0/hash").asString(), "All of it is intact.");
    }

    @Test
    void a_byte_of_a_stored_payload_is_found() {
        String order = confirmed();

        inStore("payload = replace(payload::text, 'An enamel mug', 'An enamel jug')::json", order, 0);

        assertFound(order, "version 0, payload: changed in the event store");
    }

    @Test
    void a_byte_of_stored_metadata_is_found() {
        String order = confirmed();

        inStore("metadata = replace(metadata::text, '\"ConfirmOrder\"', '\"ConfirmErder\"')::json", order, 1);

        assertFound(order, "version 1, metadata: changed in the event store");
    }

    @Test
    void a_microsecond_of_a_stored_time_is_found() {
        String order = confirmed();

        inStore("recorded_at = recorded_at + interval '1 us'", order, 1);

        assertFound(order, "version 1, recordedAt: changed in the event store");
    }

    @Test
    void a_byte_of_a_stored_hash_is_found() {
        String order = confirmed();

        inStore("hash = set_byte(hash, 7, get_byte(hash, 7) # 1)", order, 0);

        assertFound(order, "version 0, hash: changed in the event store");
    }

    @Test
    void a_byte_of_the_views_row_is_found() {
        String order = confirmed();

        int changed = waybill.views()
                .sql("update audit set payload = replace(payload::text, 'An enamel mug', 'An enamel jug')::json"
                        + " where entity_id = ? and version = 0")
                .param(order)
                .update();

        assertThat(changed).isEqualTo(1);
        assertFound(order, "version 0, payload: changed in the audit");
    }

    @Test
    void what_there_is_not_is_bad_input() {
        assertThat(verify("order", "01900000-0000-7000-8000-000000000001")).isEqualTo(2);
        assertThat(verify("order", "7")).isEqualTo(2);
        assertThat(verify("spaceship", "7")).isEqualTo(2);
    }

    private static String confirmed() {
        String order = waybill.ordered("{\"sku\":\"mug\",\"quantity\":1}", "tok_approve");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(waybill.get("/api/v1/audit/order/" + order + "/proof")
                                .path("items"))
                        .hasSizeGreaterThan(1));
        return order;
    }

    /** As nobody but the owner of the schema could: the service has no such right, and a trigger stands before it. */
    private static void inStore(String change, String order, long version) {
        JdbcClient log = waybill.log();
        log.sql("alter table event disable trigger event_stays").update();
        int changed = log.sql("update event set " + change + " where aggregate_id = ? and sequence_number = ?")
                .params(order, version)
                .update();
        log.sql("alter table event enable always trigger event_stays").update();
        assertThat(changed).isEqualTo(1);
    }

    private void assertFound(String order, String fault) {
        assertThat(verify("order", order)).as(out.toString()).isEqualTo(1);
        assertThat(out.toString()).contains("NOT intact: " + fault);
    }

    private int verify(String type, String id) {
        out.getBuffer().setLength(0);
        PrintWriter printer = new PrintWriter(out, true);
        return new CommandLine(new AuditCommand())
                .setOut(printer)
                .setErr(printer)
                .execute("verify", type, id, "--url", waybill.url());
    }
}
