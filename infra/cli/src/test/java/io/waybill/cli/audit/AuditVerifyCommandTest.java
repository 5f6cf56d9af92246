package io.waybill.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waybill.cli.Shell;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.chain.Example;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the command says of two sides that are the same, and that are not; with real servers it is met in the journey. */
class AuditVerifyCommandTest {
    private static final String NOTHING = "{\"reason\":\"NO_HISTORY\",\"detail\":\"Nothing.\"}";

    private final List<ObjectNode> store = Example.chain();
    private final List<ObjectNode> audit = Example.chain();
    private final Shell shell = new Shell();
    private HttpServer server;
    private String refusal = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/operations/events/counter/7", exchange -> answer(exchange, store));
        server.createContext("/api/v1/audit/counter/7/proof", exchange -> answer(exchange, audit));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_chain_that_is_the_same_on_both_sides_and_fits_is_intact() {
        assertThat(verify()).as(shell.err()).isZero();

        assertThat(shell.out().lines())
                .containsExactly(
                        "counter 7",
                        "events  2, intact and the same in the event store and in the audit",
                        "head    " + store.getLast().path("hash").asString(),
                        "All of it is intact.");
    }

    @Test
    void an_event_that_was_changed_in_the_store_is_named() {
        store.getLast().put("payload", "{\"counter\":\"7\",\"note\":nulk}");

        assertFault("version 1, payload: changed in the event store; what the audit holds fits the chain");
        assertThat(shell.out()).contains("events  1, intact");
    }

    @Test
    void so_is_a_hash_that_was_changed_in_the_store() {
        store.getFirst().put("hash", "0".repeat(64));

        assertFault("version 0, hash: changed in the event store; what the audit holds fits the chain");
    }

    @Test
    void so_is_an_event_that_was_changed_in_the_audit() {
        audit.getFirst().put("recordedAt", "2026-01-05T10:00:05.000000Z");

        assertFault("version 0, recordedAt: changed in the audit; what the event store holds fits the chain");
    }

    @Test
    void so_is_one_that_was_changed_on_both_sides_alike() {
        store.getFirst().put("name", "Recounted");
        audit.getFirst().put("name", "Recounted");

        assertFault("version 0, hash: is not that of what both hold");
    }

    @Test
    void one_that_was_taken_out_or_cut_off_is_missing() {
        store.removeFirst();
        assertFault("version 0, missing in the event store");

        store.clear();
        assertFault("version 0, missing in the event store");
    }

    @Test
    void one_that_does_not_reach_the_audit_is_missing_there() {
        audit.removeLast();

        assertFault("version 1, missing in the audit");
    }

    @Test
    void what_there_is_not_and_what_is_no_id_is_bad_input() {
        store.clear();
        audit.clear();
        assertThat(verify()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("Nothing has happened to counter 7.");

        refusal = "{\"reason\":\"UNKNOWN_ENTITY_TYPE\",\"detail\":\"There is the history of others.\"}";
        assertThat(verify()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(shell.err()).contains("There is the history of others.");
        assertThat(shell.run(new AuditCommand(), "verify", "counter")).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void a_proof_that_the_audit_cannot_give_is_no_proof() {
        refusal = "{\"reason\":\"NOT_CHAINED\",\"detail\":\"Version 0 has no hash here.\"}";

        assertThat(verify()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.err()).contains("Version 0 has no hash here.");
    }

    @Test
    void a_waybill_that_is_not_there_is_said_to_be_so() {
        stop();

        assertThat(verify()).isEqualTo(ExitCodes.UNREACHABLE);
    }

    private void assertFault(String fault) {
        assertThat(verify()).as(shell.err()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out()).contains("NOT intact: " + fault);
    }

    private int verify() {
        return shell.run(
                new AuditCommand(),
                "verify",
                "counter",
                "7",
                "--url=http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange, List<ObjectNode> chain) throws IOException {
        boolean refused = !refusal.isEmpty() || chain.isEmpty();
        String body = refused
                ? refusal.isEmpty() ? NOTHING : refusal
                : "{\"id\":\"7\",\"items\":" + chain + ",\"next\":null}";
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(refused ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
