package io.waybill.command.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.command.RunningCommandSide;
import io.waybill.eventing.relay.Refills;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealServers({Server.POSTGRES, Server.KAFKA})
class EventLogApiTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String EVENT_LOG = "/api/v1/operations/event-log";
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void store_and_topic_are_compared_line_by_line() {
        List<JsonNode> lines = verify();

        JsonNode store = lines.get(lines.size() - 4).path("check");
        JsonNode topic = lines.get(lines.size() - 3).path("check");
        assertThat(store.path("subject").asString()).isEqualTo("store");
        assertThat(store.path("count").asLong()).isEqualTo(service.events());
        assertThat(store.path("differences")).isEmpty();
        assertThat(topic.path("subject").asString()).isEqualTo("topic");
        assertThat(topic.path("checksum")).isEqualTo(store.path("checksum"));
        assertThat(topic.path("differences")).isEmpty();
        assertThat(lines.get(lines.size() - 2).path("upTo").asLong()).isEqualTo(service.events());
        assertThat(lines.getLast().path("end").asBoolean()).isTrue();
    }

    @Test
    void a_refill_is_accepted_and_done_by_the_relay() {
        service.post(EVENT_LOG + "/refill", "{}", "X-Actor", "ada")
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Location", EVENT_LOG);

        Refills refills = service.context.getBean(Refills.class);
        await().atMost(PATIENCE).until(() -> refills.state().equals(new Refills.State(service.events(), false)));
        service.http
                .get()
                .uri(EVENT_LOG)
                .exchange()
                .expectBody()
                .jsonPath("$.published")
                .isEqualTo(service.events())
                .jsonPath("$.refillAsked")
                .isEqualTo(false);
    }

    private static List<JsonNode> verify() {
        byte[] body = service.http
                .get()
                .uri(EVENT_LOG + "/verification")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/x-ndjson")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return new String(body, UTF_8).lines().map(JSON::readTree).toList();
    }
}
