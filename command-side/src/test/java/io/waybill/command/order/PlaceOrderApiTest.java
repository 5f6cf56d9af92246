package io.waybill.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RealServers({Server.POSTGRES, Server.KAFKA})
class PlaceOrderApiTest {
    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        service.stocked("TEA", 10);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_order_is_answered_with_its_place_its_version_and_its_id() {
        byte[] body = service.post("/api/v1/orders", order("{\"sku\":\"mug\",\"quantity\":2}"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .valueMatches("Location", "/api/v1/orders/[0-9a-f-]{36}")
                .expectBody()
                .jsonPath("$.orderId")
                .isNotEmpty()
                .jsonPath("$.version")
                .isEqualTo(0)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
    }

    @Test
    void the_stored_event_says_what_was_bought_and_who_asked() {
        service.post(
                        "/api/v1/orders",
                        order(
                                "{\"sku\":\"mug\",\"quantity\":2},{\"sku\":\"tea\",\"quantity\":1,"
                                        + "\"unitPrice\":{\"amount\":\"0.125\",\"currency\":\"GBP\"}},{\"sku\":\"MUG\",\"quantity\":3}"),
                        "X-Actor",
                        "ada",
                        "X-Correlation-Id",
                        "request-7")
                .expectStatus()
                .isCreated();

        var event = service.database
                .sql("select payload::jsonb ->> 'total' as total, payload::jsonb ->> 'groups' as groups,"
                        + " metadata::text as metadata from event where name = 'OrderPlaced' and"
                        + " metadata ->> 'actor' = 'ada'")
                .query()
                .singleRow();
        assertThat(event.get("total")).isEqualTo("{\"amount\": \"12.87\", \"currency\": \"GBP\"}");
        assertThat(event.get("groups").toString())
                .contains("\"sku\": \"MUG\"", "\"quantity\": 5", "\"sources\": [\"MAIN\"]");
        assertThat(event.get("metadata").toString())
                .contains("\"correlationId\":\"request-7\"", "\"command\":\"PlaceOrder\"", "\"traceparent\":");
    }

    @Test
    void a_repeated_key_gets_the_first_answer_and_has_no_second_effect() {
        String body = order("{\"sku\":\"mug\",\"quantity\":1}");
        byte[] first = service.post("/api/v1/orders", body, "Idempotency-Key", "k-1")
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        long events = service.events();

        byte[] again = service.post("/api/v1/orders", body, "Idempotency-Key", "k-1")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(again).isEqualTo(first);
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void a_key_that_comes_with_another_body_is_refused() {
        service.post("/api/v1/orders", order("{\"sku\":\"mug\",\"quantity\":1}"), "Idempotency-Key", "k-2")
                .expectStatus()
                .isCreated();

        service.post("/api/v1/orders", order("{\"sku\":\"mug\",\"quantity\":2}"), "Idempotency-Key", "k-2")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    static Stream<Arguments> refused() {
        String line = "{\"sku\":\"mug\",\"quantity\":1}";
        String lines1001 = IntStream.range(0, 1_001).mapToObj(i -> line).collect(Collectors.joining(","));
        String many = "{\"sku\":\"mug\",\"quantity\":1,\"unitPrice\":{\"amount\":\"1\",\"currency\":\"GBP\"}}";
        return Stream.of(
                Arguments.of("malformed JSON", order(line) + "}", 400, null),
                Arguments.of("an unknown field", order(line).replace("\"payment\"", "\"x\":1,\"payment\""), 400, "/x"),
                Arguments.of("a wrong type", order("{\"sku\":\"mug\",\"quantity\":\"one\"}"), 400, "/lines/0/quantity"),
                Arguments.of("a missing field", order("{\"sku\":\"mug\"}"), 422, "/lines/0/quantity"),
                Arguments.of("no lines", order(""), 422, "/lines"),
                Arguments.of(
                        "a negative quantity", order("{\"sku\":\"mug\",\"quantity\":-1}"), 422, "/lines/0/quantity"),
                Arguments.of("a thousand-and-first line", order(lines1001), 422, "/lines"),
                Arguments.of("an unknown SKU", order(line + ",{\"sku\":\"nope\",\"quantity\":1}"), 422, "/lines/1/sku"),
                Arguments.of(
                        "two currencies",
                        order(many + "," + many.replace("GBP", "EUR")),
                        422,
                        "/lines/1/unitPrice/currency"),
                Arguments.of("a price of nothing", order(many.replace("\"1\"", "\"0\"")), 422, "/lines/0/unitPrice"),
                Arguments.of(
                        "a character that cannot be stored",
                        order(line).replace("Norway", "Nor\\u0000way"),
                        422,
                        "/shipTo/country"),
                Arguments.of("no country", order(line).replace("Norway", " "), 422, "/shipTo/country"),
                Arguments.of("a body over 1 MiB", order(line + " ".repeat(1 << 20)), 413, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_is_wrong_is_refused_by_name_and_nothing_is_stored(String what, String body, int status, String pointer) {
        long events = service.events();

        var answer = service.post("/api/v1/orders", body)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.reason")
                .isNotEmpty();
        if (pointer != null) {
            answer.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
        }
        assertThat(service.events()).isEqualTo(events);
    }

    private static String order(String lines) {
        return """
                {"shipTo":{"country":"Norway"},"lines":[%s],"payment":{"cardToken":"tok_approve"}}""".formatted(lines);
    }
}
