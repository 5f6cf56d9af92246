package io.waybill.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.saga.RunningSagas;
import io.waybill.saga.TestLog;
import io.waybill.saga.step.TakenCommands;
import io.waybill.servers.Ports;
import io.waybill.simulator.PaymentSimulator;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.web.Service;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A provider that is away delays orders, and loses none. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class ProviderAwayTest {
    private static final int PAYMENTS = 20;

    private static final String OPEN = "1s";

    /** So many questions may be on their way while the breaker opens: one for each segment. */
    private static final int AT_ONCE = 4;

    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port = Ports.free();
    private TestLog log;
    private TakenCommands commands;
    private RunningSagas sagas;

    @BeforeEach
    void start() throws Exception {
        log = new TestLog();
        commands = new TakenCommands();
        sagas = new RunningSagas(
                log.topic,
                commands.port(),
                Map.of(
                        "waybill.payment-provider.url",
                        "http://127.0.0.1:" + port,
                        "waybill.payment-provider.patience",
                        "1s",
                        // Away is who refuses a connection here; who is only slow is not to be given up.
                        "waybill.payment-provider.calls.timeout",
                        "1m",
                        "waybill.payment-provider.calls.breaker.open",
                        OPEN));
    }

    @AfterEach
    void stop() {
        sagas.close();
        commands.close();
        log.close();
    }

    @Test
    void while_the_provider_is_away_payments_wait_and_when_it_is_back_all_are_made() {
        for (int i = 0; i < PAYMENTS; i++) {
            request(PaymentMeans.card("tok_approve"));
        }
        await().atMost(PATIENCE).until(() -> state("open") == 1);
        long unheard = unheard();
        await("it is tried out again").atMost(PATIENCE).until(() -> unheard() > unheard + AT_ONCE);
        await("and left alone again").atMost(PATIENCE).until(() -> state("open") == 1);
        request(PaymentMeans.wallet(new WalletId(UUID.randomUUID())));
        await("wallets go on").atMost(PATIENCE).until(() -> commands.count("HoldFunds") == 1);
        assertThat(commands.count("RecordAuthorization")).isZero();

        try (ConfigurableApplicationContext back =
                Service.start(PaymentSimulator.class, PaymentSimulator.NAME, Map.of("server.port", port))) {
            assertThat(back.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> commands.count("RecordAuthorization") == PAYMENTS);
            assertThat(state("closed")).isEqualTo(1);
        }
        assertThat(commands.count("RecordDecline")).isZero();
    }

    private void request(PaymentMeans means) {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        log.append(
                "Payment",
                payment,
                new PaymentRequested(payment, new OrderId(UUID.randomUUID()), Money.parse("GBP 9.00"), means));
    }

    private long unheard() {
        return sagas.bean(MeterRegistry.class)
                .get("resilience4j.circuitbreaker.calls")
                .tag("name", "payment-provider")
                .tag("kind", "failed")
                .timer()
                .count();
    }

    private double state(String state) {
        return sagas.bean(MeterRegistry.class)
                .get("resilience4j.circuitbreaker.state")
                .tag("name", "payment-provider")
                .tag("state", state)
                .gauge()
                .value();
    }
}
