package io.waybill.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.saga.RunningSagas;
import io.waybill.saga.TestLog;
import io.waybill.saga.step.TakenCommands;
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

/** Cards that are never answered harm nobody but their own orders. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class SilentCardsTest {
    private static final int SILENT = 10;
    private static final int GOOD = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private TestLog log;
    private TakenCommands commands;
    private ConfigurableApplicationContext simulator;
    private RunningSagas sagas;

    @BeforeEach
    void start() throws Exception {
        log = new TestLog();
        commands = new TakenCommands();
        simulator = Service.start(PaymentSimulator.class, PaymentSimulator.NAME, Map.of("server.port", 0));
        sagas = new RunningSagas(
                log.topic,
                commands.port(),
                Map.of(
                        "waybill.payment-provider.url",
                        "http://127.0.0.1:" + simulator.getEnvironment().getRequiredProperty("local.server.port"),
                        // So that waiting for a provider that is taken for away would soon be over.
                        "waybill.payment-provider.patience",
                        "1s"));
    }

    @AfterEach
    void stop() {
        sagas.close();
        simulator.close();
        commands.close();
        log.close();
    }

    @Test
    void beside_ten_silent_cards_all_good_ones_are_authorized() {
        request(SILENT, "tok_timeout");
        await("the first are given up").atMost(PATIENCE).until(() -> commands.count("RecordDecline") > 0);
        request(GOOD, "tok_approve");

        await().atMost(PATIENCE).until(() -> commands.count("RecordAuthorization") == GOOD);
        await().atMost(PATIENCE).until(() -> commands.count("RecordDecline") == SILENT);
        assertThat(commands.commands())
                .filteredOn(command -> command.startsWith("RecordDecline"))
                .allMatch(command -> command.contains("NOT_ANSWERED"));
    }

    private void request(int times, String card) {
        for (int i = 0; i < times; i++) {
            PaymentId payment = new PaymentId(UUID.randomUUID());
            log.append(
                    "Payment",
                    payment,
                    new PaymentRequested(
                            payment, new OrderId(UUID.randomUUID()), Money.parse("GBP 9.00"), PaymentMeans.card(card)));
        }
    }
}
