package io.waybill.saga.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.saga.RunningSagas;
import io.waybill.saga.TestLog;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A saga that waits for its step keeps nobody else waiting, and goes on whatever the answer is. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class StepsBeforeWritesTest {
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final String RESERVE = "fulfilment/" + ORDER + "/reserve-1-MAIN";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Nobody but the test ends the wait for a step, however slow the machine is: not the step's own limit, and not the
     * database's for a transaction in which nothing happens.
     */
    private static final Map<String, String> UNHURRIED = Map.of(
            "waybill.steps.timeout", "10m",
            "spring.datasource.hikari.data-source-properties.options", "-c statement_timeout=5min");

    /** Of the transactions that last, because a step is waited for; the shorter ones of the positions come and go. */
    private static final String WAITING =
            " from pg_stat_activity where datname = current_database() and backend_type = 'client backend'"
                    + " and pid <> pg_backend_pid() and clock_timestamp() - xact_start > interval '1 second'";

    private static final String WRITTEN = " filter (where backend_xid is not null or wait_event_type = 'Lock')";

    private TestLog log;
    private SlowCommandSide commandSide;
    private RunningSagas sagas;

    @BeforeEach
    void start() throws Exception {
        log = new TestLog();
        commandSide = new SlowCommandSide();
        sagas = new RunningSagas(log.topic, commandSide.port(), UNHURRIED);
        log.append("Order", ORDER, placed());
        await().atMost(PATIENCE).until(() -> commandSide.waiting() == 1);
    }

    @AfterEach
    void stop() {
        sagas.close();
        commandSide.close();
        log.close();
    }

    @Test
    void while_a_step_is_waited_for_its_transaction_has_written_nothing() throws Exception {
        // At one glance: on a slow machine one of the positions, which does write, may last for a moment as well.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sagas.database
                                .sql("select count(*), count(*)" + WRITTEN + WAITING)
                                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                                .single())
                        .as("transactions that wait, and those of them that have written")
                        .containsExactly(1L, 0L));
        assertThat(sagas.sagas()).isZero();

        commandSide.accept();

        await().atMost(PATIENCE).until(() -> sagas.sagas() == 1);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(commandSide.asked()).containsExactly(RESERVE);
        assertThat(commandSide.actors()).containsExactly("saga:fulfilment");
    }

    @Test
    void a_step_that_is_put_off_is_taken_again_under_its_name() throws Exception {
        commandSide.putOff();
        await().atMost(PATIENCE).until(() -> commandSide.waiting() == 1);
        assertThat(sagas.sagas()).isZero();

        commandSide.accept();

        await().atMost(PATIENCE).until(() -> sagas.sagas() == 1);
        assertThat(commandSide.asked()).containsExactly(RESERVE, RESERVE);
    }

    @Test
    void a_step_that_is_refused_is_counted_and_the_saga_goes_on() throws Exception {
        commandSide.refuse("DISCONTINUED");

        await().atMost(PATIENCE).until(() -> sagas.sagas() == 1);
        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void a_step_whose_effect_is_there_already_is_no_refusal() throws Exception {
        commandSide.refuse("ALREADY_EXISTS");

        await().atMost(PATIENCE).until(() -> sagas.sagas() == 1);
        assertThat(refused()).isZero();
    }

    private double refused() {
        return sagas.bean(MeterRegistry.class).find("waybill.steps.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long waiting() {
        return sagas.database.sql("select count(*)" + WAITING).query(Long.class).single();
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(
                ORDER,
                null,
                null,
                new ShippingAddress(null, null, null, null, "Norway"),
                List.of(new OrderLine(1, Sku.of("MUG"), "A mug", 2, BigMoney.parse("GBP 4.50"))),
                List.of(new LineGroup(1, Sku.of("MUG"), 2, List.of(WarehouseId.of("MAIN")))),
                Money.parse("GBP 9.00"),
                List.of(new PaymentPart(
                        PaymentId.of("01900000-0000-7000-8000-000000000002"),
                        PaymentMeans.card("tok_approve"),
                        Money.parse("GBP 9.00"))),
                ShortStock.REJECT,
                LostShipment.REFUND,
                Instant.parse("2011-01-05T10:15:00Z"));
    }
}
