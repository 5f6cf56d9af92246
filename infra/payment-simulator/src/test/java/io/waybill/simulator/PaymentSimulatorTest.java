package io.waybill.simulator;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jayway.jsonpath.JsonPath;
import io.waybill.web.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class PaymentSimulatorTest {
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext simulator;

    private final String payment = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        simulator = started();
    }

    @AfterAll
    static void stop() {
        simulator.close();
        CLIENT.close();
    }

    @Test
    void an_approving_card_holds_the_amount() throws Exception {
        HttpResponse<String> answer = authorize("key-" + payment, "tok_approve");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(text(answer, "status")).isEqualTo("AUTHORIZED");
        assertThat(text(answer, "authorization")).startsWith("auth_");
        assertThat(held()).isEqualTo("AUTHORIZED");
    }

    @Test
    void the_same_key_gets_the_same_answer() throws Exception {
        assertThat(authorize("same-" + payment, "tok_approve").body())
                .isEqualTo(authorize("same-" + payment, "tok_approve").body());
    }

    @Test
    void a_key_stands_for_one_request() throws Exception {
        authorize("reused-" + payment, "tok_approve");

        HttpResponse<String> answer = authorize("reused-" + payment, "tok_decline");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer, "reason")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "tok_decline, CARD_DECLINED",
        "tok_insufficient_funds, INSUFFICIENT_FUNDS",
        "tok_stolen_from_a_film, UNKNOWN_CARD"
    })
    void a_card_that_does_not_pay_is_declined_with_its_reason(String card, String reason) throws Exception {
        HttpResponse<String> answer = authorize("key-" + payment, card);

        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(text(answer, "reason")).isEqualTo(reason);
        assertThat(held()).isEqualTo("DECLINED");
    }

    @Test
    void a_card_that_never_answers_holds_the_amount_until_it_is_voided() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                CLIENT.sendAsync(authorization("key-" + payment, "tok_timeout", LONG), BodyHandlers.ofString());
        Awaitility.await().atMost(PATIENCE).until(() -> isKnown(simulator));
        assertThat(held()).isEqualTo("AUTHORIZED");
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(1, TimeUnit.SECONDS));

        assertThat(text(voided(), "status")).isEqualTo("VOIDED");
        assertThat(held()).isEqualTo("VOIDED");
        waiting.cancel(true);
    }

    @Test
    void a_slow_card_answers_in_the_end() throws Exception {
        long start = System.nanoTime();

        assertThat(authorize("key-" + payment, "tok_slow").statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SLOW);
    }

    @Test
    void a_card_that_fails_once_approves_the_second_request() throws Exception {
        assertThat(authorize("once-" + payment, "tok_error_once").statusCode()).isEqualTo(500);
        assertThat(authorize("once-" + payment, "tok_error_once").statusCode()).isEqualTo(201);
    }

    @Test
    void voiding_twice_or_what_was_never_held_is_no_error() throws Exception {
        assertThat(voided().statusCode()).isEqualTo(200);
        assertThat(voided().statusCode()).isEqualTo(200);
    }

    @Test
    void an_authorization_that_its_void_has_overtaken_holds_nothing() throws Exception {
        voided();

        HttpResponse<String> answer = authorize("late-" + payment, "tok_approve");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer, "reason")).isEqualTo("PAYMENT_VOIDED");
        assertThat(held()).isEqualTo("VOIDED");
    }

    @Test
    void what_is_held_is_captured_and_refunded_in_parts_each_once() throws Exception {
        authorize("key-" + payment, "tok_approve");

        assertThat(part("captures/c1", "7.00").statusCode()).isEqualTo(200);
        assertThat(part("captures/c1", "7.00").statusCode()).isEqualTo(200);
        assertThat(part("captures/c2", "5.50").statusCode()).isEqualTo(200);
        assertRefused(part("captures/c3", "0.01"), 409, "EXCEEDS_AUTHORIZED");
        assertThat(part("refunds/r1", "12.00").statusCode()).isEqualTo(200);
        assertThat(part("refunds/r1", "12.00").statusCode()).isEqualTo(200);
        assertRefused(part("refunds/r2", "0.51"), 409, "EXCEEDS_CAPTURED");
        assertThat(part("refunds/r2", "0.50").statusCode()).isEqualTo(200);
    }

    @Test
    void an_id_stands_for_one_amount() throws Exception {
        authorize("key-" + payment, "tok_approve");
        part("captures/c1", "7.00");

        assertRefused(part("captures/c1", "6.00"), 422, "ID_REUSED");
    }

    @Test
    void a_void_gives_the_rest_back_and_leaves_what_was_captured() throws Exception {
        authorize("key-" + payment, "tok_approve");
        part("captures/c1", "7.00");
        voided();

        assertRefused(part("captures/c2", "1.00"), 409, "NOT_AUTHORIZED");
        assertThat(part("captures/c1", "7.00").statusCode()).isEqualTo(200);
        assertThat(part("refunds/r1", "7.00").statusCode()).isEqualTo(200);
    }

    @Test
    void some_cards_do_not_give_what_they_held_and_some_take_nothing_back() throws Exception {
        authorize("key-" + payment, "tok_refuse_capture");
        assertRefused(part("captures/c1", "7.00"), 402, "CAPTURE_REFUSED");

        String other = UUID.randomUUID().toString();
        send(HttpRequest.newBuilder(uri(simulator, "/authorizations"))
                .header("Idempotency-Key", other)
                .header("Content-Type", "application/json")
                .POST(ofString(body("tok_refuse_refund").replace(payment, other)))
                .build());
        assertThat(part(other, "captures/c1", "7.00").statusCode()).isEqualTo(200);
        assertRefused(part(other, "refunds/r1", "7.00"), 402, "REFUND_REFUSED");
    }

    @Test
    void of_a_payment_that_is_forgotten_the_callers_word_is_taken() throws Exception {
        assertThat(part("captures/c1", "7.00").statusCode()).isEqualTo(200);
        assertThat(part("refunds/r1", "9.00").statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_without_a_key_is_refused() throws Exception {
        HttpRequest request = to("/authorizations")
                .header("Content-Type", "application/json")
                .POST(ofString(body("tok_approve")))
                .build();

        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"header\":\"Idempotency-Key\"");
    }

    @Test
    void a_payment_that_nobody_asked_for_is_not_found() throws Exception {
        assertThat(send(to("/payments/" + payment).build()).statusCode()).isEqualTo(404);
    }

    @Test
    void those_who_wait_in_vain_do_not_hold_up_a_shutdown() throws Exception {
        ConfigurableApplicationContext other = started();
        CompletableFuture<HttpResponse<String>> waiting =
                CLIENT.sendAsync(authorization(other, "key-" + payment, "tok_timeout", LONG), BodyHandlers.ofString());
        Awaitility.await().atMost(PATIENCE).until(() -> isKnown(other));

        other.close();

        assertThat(waiting.join().statusCode())
                .as("an answer, which a shutdown that waited for it in vain would have cut off")
                .isEqualTo(503);
    }

    private boolean isKnown(ConfigurableApplicationContext at) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(at, "/payments/" + payment)).build())
                        .statusCode()
                == 200;
    }

    private static ConfigurableApplicationContext started() {
        return Service.start(
                PaymentSimulator.class,
                PaymentSimulator.NAME,
                Map.of("server.port", 0, "waybill.simulator.slow", SLOW, "waybill.simulator.silence", LONG));
    }

    private HttpResponse<String> authorize(String key, String card) throws IOException, InterruptedException {
        return send(authorization(key, card, LONG));
    }

    private HttpRequest authorization(String key, String card, Duration timeout) {
        return authorization(simulator, key, card, timeout);
    }

    private HttpRequest authorization(ConfigurableApplicationContext at, String key, String card, Duration timeout) {
        return HttpRequest.newBuilder(uri(at, "/authorizations"))
                .timeout(timeout)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(ofString(body(card)))
                .build();
    }

    private HttpResponse<String> voided() throws IOException, InterruptedException {
        return send(to("/payments/" + payment + "/authorization")
                .method("DELETE", noBody())
                .build());
    }

    private HttpResponse<String> part(String path, String amount) throws IOException, InterruptedException {
        return part(payment, path, amount);
    }

    private static HttpResponse<String> part(String of, String path, String amount)
            throws IOException, InterruptedException {
        return send(to("/payments/" + of + "/" + path)
                .header("Content-Type", "application/json")
                .PUT(ofString("{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"GBP\"}}"))
                .build());
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(text(answer, "reason")).isEqualTo(reason);
    }

    private String held() throws IOException, InterruptedException {
        return text(send(to("/payments/" + payment).build()), "status");
    }

    private String body(String card) {
        return """
                {"paymentId":"%s","amount":{"amount":"12.50","currency":"GBP"},"cardToken":"%s"}""".formatted(payment, card);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(uri(simulator, path)).timeout(LONG);
    }

    private static URI uri(ConfigurableApplicationContext at, String path) {
        return URI.create("http://127.0.0.1:" + at.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer, String field) {
        return JsonPath.read(answer.body(), "$." + field);
    }
}
