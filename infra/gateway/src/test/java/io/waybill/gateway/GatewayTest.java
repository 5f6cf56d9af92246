package io.waybill.gateway;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.waybill.web.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class GatewayTest {
    private static final int MIB = 1 << 20;
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Upstream commands = new Upstream("command-side");
    private static final Upstream queries = new Upstream("query-side");
    private static final Upstream projections = new Upstream("projections");
    private static final Upstream sagas = new Upstream("sagas");
    private static ConfigurableApplicationContext gateway;

    /** One that waits for an answer for {@value #HASTE} only. */
    private static ConfigurableApplicationContext hasty;

    private static final String HASTE = "3s";

    @BeforeAll
    static void start() {
        gateway = started("2m");
        hasty = started(HASTE);
    }

    private static ConfigurableApplicationContext started(String readTimeout) {
        return Service.start(
                Gateway.class,
                Gateway.NAME,
                Map.of(
                        "server.port", 0,
                        "waybill.gateway.command-side", commands.url(),
                        "waybill.gateway.query-side", queries.url(),
                        "waybill.gateway.projections", projections.url(),
                        "waybill.gateway.sagas", sagas.url(),
                        "spring.http.clients.read-timeout", readTimeout));
    }

    @AfterAll
    static void stop() {
        hasty.close();
        gateway.close();
        CLIENT.close();
        commands.close();
        queries.close();
        projections.close();
        sagas.close();
    }

    @BeforeEach
    void forget() {
        commands.asked.clear();
        queries.asked.clear();
        projections.asked.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/orders,                            query-side",
        "GET,    /api/v1/search/orders?q=blue%20mug&limit=5, query-side",
        "POST,   /api/v1/orders,                            command-side",
        "PATCH,  /api/v1/orders/7,                          command-side",
        "PUT,    /api/v1/products/A/price,                  command-side",
        "DELETE, /api/v1/products/A,                        command-side",
        "GET,    /api/v1/operations/projections,            projections",
        "POST,   /api/v1/operations/projections/x/rebuilds, projections",
        "GET,    /api/v1/operations/sagas,                  sagas",
        "POST,   /api/v1/operations/sagas/x/dead-letters/retry, sagas",
        "POST,   /api/v1/providers/stripe/webhooks,         sagas",
        "GET,    /api/v1/operations/event-log,              command-side",
        "POST,   /api/v1/operations/event-log/refill,       command-side",
        "GET,    /api/v1/operations/events/stock/MUG@MAIN,  command-side",
        "GET,    /api/v1/audit/stock/MUG@MAIN/proof,        query-side",
        "POST,   /graphql,                                  query-side"
    })
    void a_request_goes_where_its_method_and_path_say(String method, String path, String service) throws Exception {
        HttpResponse<String> answer = send(method, path, method.startsWith("P") ? ofString("{}") : noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"from\":\"" + service + "\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void a_query_arrives_as_it_was_written() throws Exception {
        send("GET", "/api/v1/search/orders?q=caf%C3%A9%20%26%20t%2Bea&country=United+Kingdom&q=b", noBody());

        assertThat(asked(queries).uri())
                .contains("q=caf%C3%A9%20%26%20t%2Bea", "q=b")
                .matches(".*United(\\+|%20)Kingdom.*");
    }

    @Test
    void asking_for_the_head_is_a_read() throws Exception {
        assertThat(send("HEAD", "/api/v1/orders/7", noBody()).statusCode()).isEqualTo(200);
        assertThat(asked(queries).method()).isEqualTo("HEAD");
    }

    @Test
    void an_upstreams_problem_arrives_as_it_is() throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/problem", ofString("{}"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"reason\":\"NOT_CANCELLABLE\"}");
    }

    @Test
    void the_upstream_learns_who_asked_from_the_gateway_and_not_from_the_client() throws Exception {
        send("GET", "/api/v1/orders", noBody(), "X-Forwarded-For", "6.6.6.6", "Idempotency-Key", "k", "X-Actor", "me");

        var headers = asked(queries).headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.getFirst("X-Forwarded-Host")).startsWith("127.0.0.1:");
        assertThat(headers.get("Idempotency-Key")).containsExactly("k");
        assertThat(headers.get("X-Actor")).containsExactly("me");
    }

    @Test
    void a_trace_goes_on_or_begins_here() throws Exception {
        send("GET", "/api/v1/orders", noBody(), "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(asked(queries).headers().get("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + TRACE + "-")
                .doesNotContain("00f067aa0ba902b7");

        send("GET", "/api/v1/orders", noBody());
        assertThat(asked(queries).headers().get("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-");
    }

    @Test
    void an_answer_is_passed_on_while_it_is_still_being_written() throws Exception {
        HttpResponse<InputStream> answer =
                CLIENT.send(request("GET", "/api/v1/stream", noBody()), BodyHandlers.ofInputStream());

        assertThat(new String(answer.body().readNBytes(13), StandardCharsets.UTF_8))
                .isEqualTo("data: first\n\n");
        queries.mayEnd.countDown();
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("data: second\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/operations/event-log/verification",
                "/api/v1/operations/projections/ordersummary/verification"
            })
    void a_verification_may_take_longer_than_any_other_answer(String path) throws Exception {
        HttpResponse<InputStream> answer =
                CLIENT.send(request(hasty, "GET", path, noBody()), BodyHandlers.ofInputStream());

        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"progress\":{}}\n".repeat(Upstream.SIGNS_OF_LIFE) + "{\"end\":true}\n");
    }

    @Test
    void an_order_is_followed_for_longer_than_an_answer_is_waited_for_and_each_event_passed_on_at_once()
            throws Exception {
        HttpResponse<InputStream> answer =
                CLIENT.send(request(hasty, "GET", "/api/v1/orders/7/stream", noBody()), BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (InputStream events = answer.body()) {
            for (int i = 0; i < Upstream.SIGNS_OF_LIFE; i++) {
                assertThat(new String(events.readNBytes(Upstream.EVENT.length()), StandardCharsets.UTF_8))
                        .isEqualTo(Upstream.EVENT);
            }
            assertThat(events.readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_subscription_is_told_for_longer_than_an_answer_is_waited_for() throws Exception {
        HttpRequest subscription = HttpRequest.newBuilder(
                        request(hasty, "POST", "/graphql", ofString("{}")), (name, value) -> true)
                .setHeader("Accept", "text/event-stream")
                .build();
        HttpResponse<String> answer = CLIENT.send(subscription, BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo(Upstream.EVENT.repeat(Upstream.SIGNS_OF_LIFE));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, MIB})
    void a_body_of_any_allowed_size_arrives_whole(int bytes) throws Exception {
        send("POST", "/api/v1/orders", ofString("x".repeat(bytes)));
        assertThat(asked(commands).bodyBytes()).isEqualTo(bytes);

        send("POST", "/api/v1/orders", ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])));
        assertThat(asked(commands).bodyBytes()).isEqualTo(bytes);
    }

    @Test
    void a_larger_body_is_refused_here() throws Exception {
        assertProblem(send("POST", "/api/v1/orders", ofString("x".repeat(MIB + 1))), 413, "BODY_TOO_LARGE");
        assertProblem(
                send("POST", "/api/v1/orders", ofInputStream(() -> new ByteArrayInputStream(new byte[2 * MIB]))),
                413,
                "BODY_TOO_LARGE");
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void an_upstream_that_is_silent_is_given_up_on() throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(request(hasty, "GET", "/api/v1/silence", noBody()), BodyHandlers.ofString());

        assertProblem(answer, 504, "UPSTREAM_TIMEOUT");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void an_upstream_that_breaks_off_is_said_to() throws Exception {
        assertProblem(send("POST", "/api/v1/break", ofString("{}")), 502, "UPSTREAM_BROKE_OFF");
    }

    @Test
    void an_upstream_that_is_away_is_a_problem_to_try_again() throws Exception {
        String nowhere = "http://127.0.0.1:1";
        try (ConfigurableApplicationContext alone = Service.start(
                Gateway.class, Gateway.NAME, Map.of("server.port", 0, "waybill.gateway.query-side", nowhere))) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri(alone, "/api/v1/orders")).build();

            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());

            assertProblem(answer, 503, "UPSTREAM_UNAVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        }
    }

    @Test
    void what_is_not_routed_is_not_found() throws Exception {
        assertProblem(send("GET", "/api/v2/orders", noBody()), 404, "UNKNOWN_API_VERSION");
        assertProblem(send("POST", "/orders", ofString("{}")), 404, "NOT_FOUND");
    }

    @Test
    void the_gateway_is_ready() throws Exception {
        assertThat(send("GET", "/actuator/health/readiness", noBody()).body()).contains("\"status\":\"UP\"");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.reason")).isEqualTo(reason);
    }

    private static Upstream.Asked asked(Upstream upstream) throws InterruptedException {
        Upstream.Asked asked = upstream.asked.poll(60, TimeUnit.SECONDS);
        assertThat(asked).isNotNull();
        return asked;
    }

    private static HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return CLIENT.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        return request(gateway, method, path, body, headers);
    }

    private static HttpRequest request(
            ConfigurableApplicationContext at, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(at, path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private static URI uri(ConfigurableApplicationContext at, String path) {
        return URI.create("http://127.0.0.1:" + at.getEnvironment().getProperty("local.server.port") + path);
    }
}
