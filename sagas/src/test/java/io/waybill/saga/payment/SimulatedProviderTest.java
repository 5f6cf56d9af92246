package io.waybill.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the provider's answers mean. */
class SimulatedProviderTest {
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final CaptureId CAPTURE = new CaptureId(new UUID(7, 1));
    private static final RefundId REFUND = new RefundId(new UUID(7, 2));
    private static final Money AMOUNT = Money.parse("GBP 9.00");

    private final List<String> requests = new ArrayList<>();
    private int status = 200;
    private String body = "";
    private HttpServer server;
    private SimulatedProvider provider;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        provider = new SimulatedProvider(
                RestClient.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_number_is_an_authorization() {
        says(201, "{\"authorization\":\"auth_1\",\"more\":1}");

        assertThat(authorize()).isEqualTo(new Outcome.Done("auth_1"));
        assertThat(requests.getFirst())
                .startsWith("POST /authorizations " + PAYMENT + " ")
                .contains("\"cardToken\":\"tok_approve\"", "\"amount\":\"9.00\"", "\"currency\":\"GBP\"");
    }

    @Test
    void an_answer_without_a_number_is_none() {
        says(201, "{}");

        assertThatExceptionOfType(RestClientException.class).isThrownBy(this::authorize);
    }

    @Test
    void a_part_is_captured_and_refunded_under_its_id() {
        says(200, "{}");

        assertThat(provider.capture(PAYMENT, CAPTURE, AMOUNT)).isEqualTo(new Outcome.Done(CAPTURE.toString()));
        assertThat(provider.refund(PAYMENT, REFUND, AMOUNT)).isEqualTo(new Outcome.Done(REFUND.toString()));
        assertThat(requests.getFirst()).startsWith("PUT /payments/" + PAYMENT + "/captures/" + CAPTURE + " ");
        assertThat(requests.getLast()).startsWith("PUT /payments/" + PAYMENT + "/refunds/" + REFUND + " ");
    }

    @Test
    void a_payment_is_released() {
        says(200, "{}");

        assertThat(provider.release(PAYMENT)).isEqualTo(new Outcome.Done(PAYMENT.toString()));
        assertThat(requests.getFirst()).startsWith("DELETE /payments/" + PAYMENT + "/authorization ");
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 404, 409, 422})
    void what_is_refused_is_refused_with_its_reason(int status) {
        says(status, "{\"reason\":\"NO\",\"detail\":\"never\",\"more\":1}");

        assertThat(authorize()).isEqualTo(new Outcome.Refused("NO: never"));
        assertThat(provider.capture(PAYMENT, CAPTURE, AMOUNT)).isEqualTo(new Outcome.Refused("NO: never"));
        assertThat(provider.refund(PAYMENT, REFUND, AMOUNT)).isEqualTo(new Outcome.Refused("NO: never"));
    }

    @Test
    void a_refusal_without_words_is_one_all_the_same() {
        says(402, "");

        assertThat(authorize()).isEqualTo(new Outcome.Refused("the provider answered 402"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 408, 429, 500, 502, 503})
    void any_other_error_is_no_answer(int status) {
        says(status, "{}");

        assertThatExceptionOfType(RestClientException.class).isThrownBy(this::authorize);
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> provider.capture(PAYMENT, CAPTURE, AMOUNT));
        assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> provider.release(PAYMENT));
    }

    private void says(int status, String body) {
        this.status = status;
        this.body = body;
    }

    private Outcome authorize() {
        return provider.authorize(PAYMENT, AMOUNT, "tok_approve");
    }
}
