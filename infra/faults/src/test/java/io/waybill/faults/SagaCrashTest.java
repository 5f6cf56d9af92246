package io.waybill.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fulfilment is stopped between each two of its steps by the store's own promise: readers do not pass an append that is
 * still open, so what a step has stored reaches the saga only when the test lets it.
 */
class SagaCrashTest {
    /** Until the longest way is over: reserve, pay, confirm; or reserve, pay, release, reject. */
    private static final int STEPS = 5;

    private static final Duration LOOK = Duration.ofMillis(20);

    @Test
    void a_saga_that_is_killed_between_every_two_of_its_steps_takes_each_once() throws Exception {
        Site site = Site.whole();
        Customer customer = new Customer(site.gateway(), site.ledger());
        JdbcClient events = site.servers().sql("waybill_events");
        for (int round = 0; round < Chance.rounds(); round++) {
            String sku = "SAGA-" + System.nanoTime();
            customer.register(sku);
            customer.receive(sku, 3);
            crashBetweenSteps(site, customer, events, sku);
        }
        Proof.of(site, SagaCrashTest.class);
    }

    private static void crashBetweenSteps(Site site, Customer customer, JdbcClient events, String sku)
            throws Exception {
        ServiceProcess sagas = site.service("sagas");
        HeldAppend held = HeldAppend.in(site);
        try {
            List<String> orders = List.of(
                    Objects.requireNonNull(customer.order(sku, 2, "tok_approve")),
                    Objects.requireNonNull(customer.order(sku, 1, "tok_decline")));
            for (int step = 0; step < STEPS; step++) {
                long before = eventsOf(events, orders);
                // Everything up to here becomes visible, and what the next step stores does not.
                HeldAppend next = HeldAppend.in(site);
                held.close();
                held = next;
                if (!ended(events, orders)) {
                    await().atMost(Site.PATIENCE).pollInterval(LOOK).until(() -> eventsOf(events, orders) > before);
                }
                sagas.kill();
                site.ledger().fault();
                sagas.start();
            }
        } finally {
            held.close();
        }
    }

    private static boolean ended(JdbcClient events, List<String> orders) {
        return events.sql("""
                        select count(*) from event
                         where aggregate_id in (:orders) and name in ('OrderConfirmed', 'OrderRejected')
                        """).param("orders", orders).query(Long.class).single() == orders.size();
    }

    /** Of the orders, and of their payments and reservations. */
    private static long eventsOf(JdbcClient events, List<String> orders) {
        return events.sql("""
                        select count(*) from event
                         where payload->>'orderId' in (:orders) or split_part(payload->>'reservation', '#', 1) in (:orders)
                        """).param("orders", orders).query(Long.class).single();
    }
}
