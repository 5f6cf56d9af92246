package io.waybill.saga.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.saga.outside.OutsideSettings;
import io.waybill.saga.outside.Outsides;
import io.waybill.saga.payment.GuardedProvider;
import io.waybill.saga.payment.Outcome;
import io.waybill.saga.payment.Outcome.Done;
import io.waybill.saga.payment.Outcome.NotAnswered;
import io.waybill.saga.payment.Outcome.Pending;
import io.waybill.saga.payment.Outcome.Refused;
import io.waybill.saga.payment.PaymentProvider;
import io.waybill.saga.payment.stripe.StripeStandIn.Answer;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of payments at Stripe, against a stand-in of its API. */
@RealServers(Server.POSTGRES)
class StripeProviderTest {
    private static final Duration UNHURRIED = Duration.ofMinutes(1);

    /** For where Stripe says nothing. */
    private static final Duration IMPATIENT = Duration.ofSeconds(2);

    private static final Answer ERROR = new Answer(500, Recorded.json("api_error", Map.of()));
    private static final Answer BUSY =
            new Answer(429, "{\"error\":{\"message\":\"Too many requests\",\"type\":\"invalid_request_error\"}}");
    private static final String CARD = "pm_card_visa";
    private static HikariDataSource database;

    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private final CaptureId first = new CaptureId(UUID.randomUUID());
    private final CaptureId second = new CaptureId(UUID.randomUUID());
    private final RefundId refund = new RefundId(UUID.randomUUID());
    private final Outsides outsides = new Outsides(new SimpleMeterRegistry());
    private StripeStandIn stripe;
    private PaymentProvider provider;

    @BeforeAll
    static void migrate() {
        TestDatabase own = TestServers.postgres().newDatabase();
        database = new HikariDataSource();
        database.setJdbcUrl(own.url());
        database.setUsername(own.username());
        database.setPassword(own.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/sagas")
                .load()
                .migrate();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void start() throws Exception {
        stripe = new StripeStandIn();
        provider = provider("stripe", "sk_test_1", UNHURRIED);
    }

    /** @param name guards are known by theirs, and stay what they were when they were first asked for */
    private PaymentProvider provider(String name, String apiKey, Duration patience) {
        StripeClient client = StripeClient.builder()
                .setApiKey(apiKey)
                .setApiBase(stripe.url().toString())
                .setConnectTimeout((int) patience.toMillis())
                .setReadTimeout((int) patience.toMillis())
                .setMaxNetworkRetries(0)
                .build();
        OutsideSettings settings = new OutsideSettings(
                patience,
                3,
                Duration.ofMillis(10),
                new OutsideSettings.Breaker(Duration.ofSeconds(30), 100, 50, Duration.ofSeconds(1), 1));
        return new GuardedProvider(
                new StripeProvider(
                        client.v1().paymentIntents(),
                        client.v1().refunds(),
                        new StripeIntents(JdbcClient.create(database))),
                outsides.to(name, settings, StripeFailure::unheard, () -> "it lives"));
    }

    @AfterEach
    void stop() {
        stripe.close();
        outsides.close();
    }

    @Test
    void a_card_holds_the_amount_once() {
        assertThat(authorize(CARD)).isEqualTo(new Done("pi_1"));
        assertThat(authorize(CARD)).isEqualTo(new Done("pi_1"));

        assertThat(stripe.status("pi_1")).isEqualTo("requires_capture");
        assertThat(stripe.requests)
                .containsExactly(
                        "POST payment_intents",
                        "GET payment_intents/pi_1",
                        "POST payment_intents/pi_1/confirm",
                        "GET payment_intents/pi_1");
    }

    @Test
    void an_old_token_is_a_card_too() {
        assertThat(authorize("tok_visa")).isEqualTo(new Done("pi_1"));
    }

    @Test
    void a_declined_card_is_refused_with_stripes_reason() {
        assertThat(authorize("pm_card_chargeDeclined"))
                .isEqualTo(new Refused("insufficient_funds: Your card has insufficient funds."));
    }

    @Test
    void an_authorization_that_takes_its_time_will_be_heard_of() {
        assertThat(authorize("pm_card_Slow")).isEqualTo(new Pending());
    }

    @Test
    void an_amount_is_captured_in_parts_and_the_rest_given_back() {
        authorize(CARD);

        assertThat(capture(first, "4.00")).isEqualTo(new Done("pi_1"));
        assertThat(capture(second, "3.00")).isEqualTo(new Done("pi_1"));
        assertThat(stripe.status("pi_1")).isEqualTo("requires_capture");
        assertThat(provider.release(payment)).isEqualTo(new Done("pi_1"));

        assertThat(stripe.received("pi_1")).isEqualTo(700);
        assertThat(stripe.status("pi_1")).isEqualTo("succeeded");
        assertThat(provider.release(payment)).isEqualTo(new Done("pi_1"));
    }

    @Test
    void a_part_is_captured_once_even_when_stripe_has_forgotten_the_key() {
        authorize(CARD);
        capture(first, "4.00");
        stripe.forgetKeys();

        assertThat(capture(first, "4.00")).isEqualTo(new Done("pi_1"));
        assertThat(stripe.received("pi_1")).isEqualTo(400);
    }

    @Test
    void a_card_that_cannot_be_captured_in_parts_is_captured_once_and_refuses_the_second() {
        stripe.multicapture = "unavailable";
        authorize(CARD);

        assertThat(capture(first, "4.00")).isEqualTo(new Done("pi_1"));
        assertThat(capture(second, "3.00")).isEqualTo(new Refused("nothing is held any more: succeeded"));
        assertThat(stripe.received("pi_1")).isEqualTo(400);
    }

    @Test
    void nothing_is_captured_of_what_was_never_held() {
        assertThat(capture(first, "4.00")).isEqualTo(new Refused("nothing was authorized"));
    }

    @Test
    void nothing_is_captured_of_what_stripe_has_given_back_by_itself() {
        authorize(CARD);
        stripe.cancel("pi_1");

        assertThat(capture(first, "4.00")).isEqualTo(new Refused("nothing is held any more: canceled"));
    }

    @Test
    void what_is_held_is_given_back() {
        authorize(CARD);

        assertThat(provider.release(payment)).isEqualTo(new Done("pi_1"));
        assertThat(provider.release(payment)).isEqualTo(new Done("pi_1"));
        assertThat(stripe.status("pi_1")).isEqualTo("canceled");
    }

    @Test
    void an_authorization_that_its_void_has_overtaken_holds_nothing() {
        assertThat(provider.release(payment)).isEqualTo(new Done("never authorized"));

        assertThat(authorize(CARD)).isEqualTo(new Refused("the payment was voided before"));
        assertThat(stripe.requests).isEmpty();
    }

    @Test
    void a_part_of_what_was_captured_is_refunded_once() {
        authorize(CARD);
        capture(first, "9.00");

        assertThat(refund("2.50")).isEqualTo(new Done("re_1"));
        stripe.forgetKeys();
        assertThat(refund("2.50")).isEqualTo(new Done("re_1"));
    }

    @Test
    void a_refund_beyond_what_was_captured_is_refused() {
        authorize(CARD);
        capture(first, "4.00");

        assertThat(refund("5.00"))
                .isEqualTo(new Refused(
                        "charge_already_refunded: Refund amount is greater than unrefunded amount on charge."));
    }

    @Test
    void a_refund_that_takes_its_time_will_be_heard_of_and_one_that_failed_is_refused() {
        authorize(CARD);
        capture(first, "9.00");
        stripe.refundStatus = "pending";
        assertThat(refund("1.00")).isEqualTo(new Pending());

        stripe.refundStatus = "failed";
        assertThat(provider.refund(payment, new RefundId(UUID.randomUUID()), Money.parse("GBP 1.00")))
                .isEqualTo(new Refused("the refund failed: lost_or_stolen_card"));
    }

    @Test
    void a_failure_inside_stripe_that_its_key_goes_on_replaying_is_overcome() {
        authorize(CARD);
        stripe.failures.add(ERROR);

        assertThat(capture(first, "4.00")).isEqualTo(new Done("pi_1"));
        assertThat(stripe.received("pi_1")).isEqualTo(400);
    }

    @Test
    void what_stripe_did_without_saying_so_is_not_done_again() {
        authorize(CARD);
        stripe.carriedOutInSilence = 1;

        assertThat(provider("impatient", "sk_test_1", IMPATIENT).capture(payment, first, Money.parse("GBP 4.00")))
                .isEqualTo(new Done("pi_1"));
        assertThat(stripe.received("pi_1")).isEqualTo(400);
    }

    @Test
    void when_stripe_goes_on_failing_there_is_no_answer() {
        authorize(CARD);
        for (int i = 0; i < 20; i++) {
            stripe.failures.add(ERROR);
        }
        assertThat(capture(first, "4.00"))
                .isInstanceOfSatisfying(
                        NotAnswered.class,
                        silence -> assertThat(silence.unheard()).isFalse());
    }

    @Test
    void too_many_requests_a_wrong_key_and_no_connection_mean_that_nobody_was_asked() {
        for (int i = 0; i < 3; i++) {
            stripe.failures.add(BUSY);
        }
        assertUnheard(authorize(CARD));
        assertUnheard(provider("stripe", "sk_test_wrong", UNHURRIED).authorize(payment, Money.parse("GBP 9.00"), CARD));
        stripe.close();
        assertUnheard(authorize(CARD));
    }

    private static void assertUnheard(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotAnswered.class,
                        silence -> assertThat(silence.unheard())
                                .as(silence.detail())
                                .isTrue());
    }

    private Outcome authorize(String card) {
        return provider.authorize(payment, Money.parse("GBP 9.00"), card);
    }

    private Outcome capture(CaptureId capture, String amount) {
        return provider.capture(payment, capture, Money.parse("GBP " + amount));
    }

    private Outcome refund(String amount) {
        return provider.refund(payment, refund, Money.parse("GBP " + amount));
    }
}
