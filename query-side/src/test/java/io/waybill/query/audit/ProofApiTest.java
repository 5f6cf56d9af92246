package io.waybill.query.audit;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import io.waybill.projection.ChainedStream;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealServers(Server.POSTGRES)
class ProofApiTest {
    private static final String PAYMENT = UUID.randomUUID().toString();
    private static final String OLD = UUID.randomUUID().toString();
    private static final String VOID = "{\"paymentId\": \"" + PAYMENT + "\", \"orderId\":\"" + PAYMENT + "\"}";
    private static final List<String> HASHED =
            List.of("aggregateType", "aggregateId", "version", "eventId", "name", "revision", "recordedAt", "payload");

    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("audit");
        service.fold()
                .fold(new ChainedStream(service.fold(), "Payment", PAYMENT)
                        .happened("VoidRequested", 1, VOID, Map.of("zeal", "z", "actor", "Zoë"))
                        .happened("PaymentTeleported", 3, "{ }", Map.of())
                        .happened("PaymentTeleported", 3, "{\"again\":true}", Map.of("actor", "ada"))
                        .events());
        service.fold()
                .fold(new ChainedStream(service.fold(), "Payment", OLD)
                        .happenedUnchained("VoidRequested", 1, VOID)
                        .events());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_chain_can_be_computed_again_from_the_answer_alone() throws Exception {
        JsonNode proof = new JsonMapper().readTree(proof("").body());

        assertThat(proof.path("form").asString()).isEqualTo("waybill-chain/1");
        assertThat(proof.path("type").asString()).isEqualTo("payment");
        assertThat(proof.path("id").asString()).isEqualTo(PAYMENT);
        assertThat(proof.path("items")).hasSize(3);
        byte[] previous = new byte[32];
        for (JsonNode item : proof.path("items")) {
            assertThat(item.path("previous").asString())
                    .isEqualTo(HexFormat.of().formatHex(previous));
            previous = MessageDigest.getInstance("SHA-256").digest(hashed(previous, item));
            assertThat(item.path("hash").asString()).isEqualTo(HexFormat.of().formatHex(previous));
        }
        assertThat(proof.at("/items/0/payload").asString()).isEqualTo(VOID);
        assertThat(proof.at("/items/0/recordedAt").asString()).isEqualTo("2026-01-05T10:00:04.250000Z");
    }

    @Test
    void a_long_chain_comes_in_pages_that_hang_together() {
        Answer first = proof("?limit=2");
        Answer second = proof("?limit=2&after=" + first.read("$.next"));

        assertThat(first.list("$.items[*].version")).containsExactly(0, 1);
        assertThat(second.list("$.items[*].version")).containsExactly(2);
        assertThat(second.read("$.items[0].previous")).isEqualTo(first.read("$.items[1].hash"));
        assertThat(second.read("$.next")).isNull();
    }

    @Test
    void what_was_kept_before_there_were_hashes_is_not_claimed_to_be_proved() {
        assertNotFound(service.get("/api/v1/audit/payment/" + OLD + "/proof"), "NOT_CHAINED");
    }

    @Test
    void what_never_happened_has_no_proof() {
        assertNotFound(service.get("/api/v1/audit/payment/" + UUID.randomUUID() + "/proof"), "NO_HISTORY");
        assertNotFound(service.get("/api/v1/audit/spaceship/1/proof"), "UNKNOWN_ENTITY_TYPE");
    }

    @Test
    void what_is_no_parameter_is_refused() {
        assertRefused(service.get("/api/v1/audit/payment/7/proof"), "id", "");
        assertRefused(proof("?limit=0"), "limit", "between 1 and 500");
        assertRefused(proof("?limit=10000000"), "limit", "between 1 and 500");
        assertRefused(proof("?after=x"), "after", "no cursor");
        assertRefused(proof("?since=x"), "since", "unknown");
    }

    private static Answer proof(String query) {
        return service.get("/api/v1/audit/payment/" + PAYMENT + "/proof" + query);
    }

    /** As docs/audit-format.md has it. */
    private static byte[] hashed(byte[] previous, JsonNode item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        add(bytes, "waybill-chain/1");
        bytes.writeBytes(previous);
        HASHED.forEach(field -> add(bytes, item.path(field).asString()));
        add(bytes, Integer.toString(item.path("metadata").size()));
        Map<String, String> sorted = new TreeMap<>();
        item.path("metadata")
                .properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asString()));
        sorted.forEach((key, value) -> {
            add(bytes, key);
            add(bytes, value);
        });
        return bytes.toByteArray();
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }
}
