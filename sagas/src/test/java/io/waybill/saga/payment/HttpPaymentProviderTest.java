package io.waybill.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.saga.payment.PaymentProvider.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;

/** What the provider's answers mean. */
class HttpPaymentProviderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final PaymentRequested REQUEST = new PaymentRequested(
            PAYMENT, OrderId.of("01900000-0000-7000-8000-000000000001"), Money.parse("GBP 9.00"), "tok_approve");

    private record Said(int status, String body) {}

    private static final Said YES = new Said(201, "{\"authorization\":\"auth_1\"}");

    private final Queue<Said> answers = new ArrayDeque<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/authorizations", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            // The last answer is given for ever.
            Said answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_number_is_an_authorization() {
        answers.add(YES);

        assertThat(authorize(PATIENCE)).isEqualTo(new Outcome.Authorized("auth_1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 422})
    void a_card_that_is_refused_is_declined_at_once(int status) {
        answers.add(new Said(status, "{\"reason\":\"CARD_DECLINED\",\"detail\":\"no\",\"more\":1}"));

        assertThat(authorize(PATIENCE)).isEqualTo(new Outcome.Declined("CARD_DECLINED: no"));
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_refusal_without_words_is_one_all_the_same() {
        answers.add(new Said(402, ""));

        assertThat(authorize(PATIENCE)).isEqualTo(new Outcome.Declined("the provider answered 402"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 429, 500, 502, 503})
    void any_other_error_is_asked_about_again_with_the_same_key(int status) {
        answers.add(new Said(status, "{}"));
        answers.add(YES);

        assertThat(authorize(PATIENCE)).isEqualTo(new Outcome.Authorized("auth_1"));
        assertThat(keys).containsExactly(PAYMENT.toString(), PAYMENT.toString());
    }

    @Test
    void an_answer_without_a_number_is_asked_about_again() {
        answers.add(new Said(201, "{}"));
        answers.add(YES);

        assertThat(authorize(PATIENCE)).isEqualTo(new Outcome.Authorized("auth_1"));
    }

    @Test
    void when_the_patience_is_over_there_was_no_answer() {
        answers.add(new Said(503, ""));

        assertThat(authorize(Duration.ofSeconds(1))).isEqualTo(new Outcome.NotAnswered("no answer within 1 s"));
        assertThat(keys.size()).isGreaterThan(1);
    }

    private Outcome authorize(Duration patience) {
        RestClient http =
                RestClient.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpPaymentProvider(http, patience).authorize(REQUEST);
    }
}
