package io.waybill.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.letters.HandWrittenLog;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that cannot be read: parked with their bytes by those who would have to read them, and never passed over. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class PoisonTest {
    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String OPERATIONS = "/api/v1/operations/projections";

    private final HandWrittenLog log =
            new HandWrittenLog(EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())));
    private RunningProjections service;

    @BeforeEach
    void start() {
        service = new RunningProjections(log.topic);
    }

    @AfterEach
    void stop() {
        service.close();
        log.close();
    }

    @Test
    void broken_json_is_parked_with_its_bytes_by_all_who_want_it_and_its_aggregate_waits_there() {
        OrderPlaced hearts = Orders.hearts();
        OrderPlaced clocks = Orders.clocks();
        String order = hearts.orderId().toString();
        log.written("Order", order, "OrderPlaced", "{\"orderId\": oh no".getBytes(UTF_8));
        placed(clocks);
        log.happened("Order", order, new OrderConfirmed(hearts.orderId()));
        log.happened("Order", clocks.orderId().toString(), new OrderConfirmed(clocks.orderId()));
        awaitCaughtUp();

        for (String view : new String[] {"ordersummary", "fulfilment", "ordersearch", "salesreport", "audit"}) {
            String letters = OPERATIONS + "/" + view + "/dead-letters";
            assertThat(service.get(letters).list("$.items[*].number")).as(view).startsWith(1);
            assertThat(service.get(letters + "/1").read("$.payload")).isEqualTo("{\"orderId\": oh no");
            assertThat(service.get(letters + "/1").read("$.aggregateId")).isEqualTo(order);
        }
        assertThat(service.get(OPERATIONS + "/ordersummary/dead-letters").list("$.items[*].number"))
                .containsExactly(1, 3);
        assertThat(service.count("ordersummary where status = 'CONFIRMED'")).isEqualTo(1);
        assertThat(service.count("dead_letter where processor like 'stocklevel%'"))
                .isZero();
    }

    @Test
    void an_unreadable_letter_is_read_from_the_log_when_that_was_mended() {
        OrderPlaced hearts = Orders.hearts();
        String order = hearts.orderId().toString();
        log.written("Order", order, "OrderPlaced", "{\"orderId\": oh no".getBytes(UTF_8));
        log.happened("Order", order, new OrderConfirmed(hearts.orderId()));
        awaitCaughtUp();
        String retry = OPERATIONS + "/ordersummary/dead-letters/retry";
        assertThat(service.post(retry).read("$.failed")).isEqualTo(1);

        log.begunAnew();
        placed(hearts);
        log.happened("Order", order, new OrderConfirmed(hearts.orderId()));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.post(retry).read("$.left")).isEqualTo(0));
        assertThat(service.count("ordersummary where status = 'CONFIRMED' and version = 1"))
                .isEqualTo(1);
    }

    @Test
    void a_record_that_no_relay_wrote_is_kept_once_and_passed() {
        log.scribbled("hello");
        placed(Orders.hearts());
        log.scribbled("goodbye");
        placed(Orders.clocks());
        for (int i = 0; i < 3; i++) {
            log.scribbled("again");
        }
        awaitCaughtUp();

        await().atMost(PATIENCE).until(() -> service.count("stranger_record") == 5);
        assertThat(service.count("stranger_record where convert_from(value, 'UTF8') = 'hello'"
                        + " and record_key = 'a stranger' and cause like '%waybill-number'"))
                .isEqualTo(1);
        assertThat(service.count("ordersummary")).isEqualTo(2);
        service.restart();
        placed(Orders.guest());
        awaitCaughtUp();
        assertThat(service.count("stranger_record")).isEqualTo(5);
    }

    private void placed(OrderPlaced order) {
        log.happened("Order", order.orderId().toString(), order);
    }

    private void awaitCaughtUp() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                    .hasSize(RunningProjections.VIEWS.size())
                    .containsOnly((int) log.head());
            assertThat(service.get(OPERATIONS).list("$.items[*].state")).containsOnly("FOLLOWING");
        });
    }
}
