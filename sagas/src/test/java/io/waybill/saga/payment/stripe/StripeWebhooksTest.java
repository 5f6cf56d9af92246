package io.waybill.saga.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.saga.RunningSagas;
import io.waybill.saga.TestLog;
import io.waybill.saga.step.TakenCommands;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Stripe says by itself. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class StripeWebhooksTest {
    private static final String SECRET = "whsec_test_1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestLog log;
    private static TakenCommands commands;
    private static RunningSagas sagas;

    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private final RefundId refund = new RefundId(UUID.randomUUID());

    @BeforeAll
    static void start() throws Exception {
        log = new TestLog();
        commands = new TakenCommands();
        sagas = new RunningSagas(
                log.topic,
                commands.port(),
                Map.of(
                        "waybill.steps.timeout", "2m",
                        "waybill.payment-provider.kind", "stripe",
                        "waybill.payment-provider.stripe.api-key", "sk_test_1",
                        "waybill.payment-provider.stripe.api-base", "http://127.0.0.1:9",
                        "waybill.payment-provider.stripe.webhook-secret", SECRET));
    }

    @AfterAll
    static void stop() {
        sagas.close();
        commands.close();
        log.close();
        HTTP.close();
    }

    @Test
    void what_stripe_decided_later_is_told_to_the_payment() throws Exception {
        assertThat(hear("payment_intent.amount_capturable_updated", intent("requires_capture", "null")))
                .isEqualTo(204);
        assertTold("RecordAuthorization", "\"authorization\":\"pi_7\"");

        assertThat(hear(
                        "payment_intent.payment_failed",
                        intent(
                                "requires_payment_method",
                                "{\"code\":\"card_declined\",\"decline_code\":\"do_not_honor\",\"message\":\"No.\"}")))
                .isEqualTo(204);
        assertTold("RecordDecline", "do_not_honor: No.");

        assertThat(hear("payment_intent.canceled", intent("canceled", "null"))).isEqualTo(204);
        assertTold("RecordVoid", payment.toString());
    }

    @Test
    void a_refund_that_took_its_time_is_told_to_the_payment() throws Exception {
        assertThat(hear("refund.updated", refund("pending"))).isEqualTo(204);
        assertThat(told("RecordRefund")).isZero();

        assertThat(hear("refund.updated", refund("succeeded"))).isEqualTo(204);
        assertTold("RecordRefund", refund.toString());

        assertThat(hear("refund.failed", refund("failed"))).isEqualTo(204);
        assertTold("RecordRefundRefusal", "lost_or_stolen_card");
    }

    @Test
    void an_event_that_comes_twice_is_told_under_one_name() throws Exception {
        hear("payment_intent.canceled", intent("canceled", "null"));
        hear("payment_intent.canceled", intent("canceled", "null"));

        assertThat(told("RecordVoid")).isEqualTo(1);
    }

    @Test
    void what_is_not_ours_is_passed_over() throws Exception {
        String stranger = intent("canceled", "null").replace(payment.toString(), "no uuid");

        assertThat(hear("payment_intent.canceled", stranger)).isEqualTo(204);
        assertThat(hear("customer.created", "{\"id\":\"cus_1\",\"object\":\"customer\"}"))
                .isEqualTo(204);
        assertThat(told("RecordVoid")).isZero();
    }

    @Test
    void what_stripe_did_not_sign_is_refused() throws Exception {
        String body = event("payment_intent.canceled", intent("canceled", "null"));

        HttpResponse<String> answer = send(body, signature(body, "whsec_other", Instant.now()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"INVALID_SIGNATURE\"");
        assertThat(send(body + " ", signature(body, SECRET, Instant.now())).statusCode())
                .isEqualTo(400);
        assertThat(send(body, "nonsense").statusCode()).isEqualTo(400);
        assertThat(told("RecordVoid")).isZero();
    }

    @Test
    void what_stripe_signed_long_ago_is_refused() throws Exception {
        String body = event("payment_intent.canceled", intent("canceled", "null"));

        HttpResponse<String> answer =
                send(body, signature(body, SECRET, Instant.now().minusSeconds(600)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"INVALID_SIGNATURE\"");
        assertThat(told("RecordVoid")).isZero();
    }

    @Test
    void what_is_signed_and_no_event_is_refused() throws Exception {
        for (String body : new String[] {"", "[]", "{}", "{\"object\":\"event\"}", "nonsense"}) {
            assertThat(send(body, signature(body, SECRET, Instant.now())).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void what_cannot_be_told_now_is_to_be_sent_again() throws Exception {
        commands.away = true;
        try {
            assertThat(hear("payment_intent.canceled", intent("canceled", "null")))
                    .isEqualTo(503);
        } finally {
            commands.away = false;
        }
        assertThat(hear("payment_intent.canceled", intent("canceled", "null"))).isEqualTo(204);
        assertTold("RecordVoid", payment.toString());
    }

    private void assertTold(String command, String content) {
        assertThat(commands.commands())
                .anyMatch(taken -> taken.startsWith(command + " ")
                        && taken.contains(payment.toString())
                        && taken.contains(content));
    }

    private long told(String command) {
        return commands.commands().stream()
                .filter(taken -> taken.startsWith(command + " ") && taken.contains(payment.toString()))
                .count();
    }

    private int hear(String type, String object) throws Exception {
        String body = event(type, object);
        return send(body, signature(body, SECRET, Instant.now())).statusCode();
    }

    private static HttpResponse<String> send(String body, String signature) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(sagas.url() + "/api/v1/providers/stripe/webhooks"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Stripe-Signature", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String signature(String body, String secret, Instant at) throws Exception {
        long time = at.getEpochSecond();
        return "t=" + time + ",v1=" + Webhook.Util.computeHmacSha256(secret, time + "." + body);
    }

    private static String event(String type, String object) {
        return Recorded.json("event", Map.of("ID", "evt_" + UUID.randomUUID(), "TYPE", type, "OBJECT", object));
    }

    private String intent(String status, String error) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "ID",
                "pi_7",
                "AMOUNT",
                900,
                "CAPTURABLE",
                900,
                "RECEIVED",
                0,
                "ERROR",
                error,
                "CHARGE",
                "null",
                "METADATA",
                StripeStandIn.object(Map.of("waybill_payment", payment.toString())),
                "STATUS",
                status));
        return Recorded.json("payment_intent", values);
    }

    private String refund(String status) {
        return Recorded.json(
                "refund",
                Map.of(
                        "ID",
                        "re_7",
                        "AMOUNT",
                        100,
                        "INTENT",
                        "pi_7",
                        "FAILURE",
                        status.equals("failed") ? "\"lost_or_stolen_card\"" : "null",
                        "METADATA",
                        StripeStandIn.object(
                                Map.of("waybill_payment", payment.toString(), "waybill_refund", refund.toString())),
                        "STATUS",
                        status));
    }
}
