package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.cli.VerifyCommand;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command against all services and servers: clean under load, not clean after damage, clean after a repair. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class VerifyJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static RunningWaybill waybill;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
        waybill.stocked("MUG", "An enamel mug", 100_000);
        confirmed();
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void all_agree_while_orders_come_in() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> ordering = clients.submit(() -> {
                while (!enough.get()) {
                    waybill.ordered("{\"sku\":\"mug\",\"quantity\":1}", "tok_approve");
                }
            });
            int end;
            try {
                end = verify();
            } finally {
                enough.set(true);
            }
            ordering.get();
            assertThat(end).as(out.toString()).isZero();
        }
        assertThat(out.toString())
                .contains("store", "topic", "audit", "ordersearch", "ordersummary", "salesreport", "stocklevel")
                .contains("All is as it must be.");
    }

    @Test
    void a_view_that_was_damaged_is_told_and_repaired() {
        waybill.views()
                .sql("update stocklevel set on_hand = on_hand + 1 where sku = 'MUG'")
                .update();

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("1 different in the view: [\"MUG\", \"MAIN\"]");

        assertThat(verify("--repair", "stocklevel")).as(out.toString()).isZero();
    }

    @Test
    void a_topic_that_is_filled_again_is_read_on_by_views_and_sagas() {
        assertThat(verify("--repair", "topic")).as(out.toString()).isZero();

        confirmed();
        assertThat(verify()).as(out.toString()).isZero();
    }

    private static void confirmed() {
        String order = waybill.ordered("{\"sku\":\"mug\",\"quantity\":1}", "tok_approve");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(waybill.get("/api/v1/orders/" + order)
                                .path("status")
                                .asString())
                        .isEqualTo("CONFIRMED"));
    }

    private int verify(String... options) {
        out.getBuffer().setLength(0);
        PrintWriter printer = new PrintWriter(out, true);
        return new CommandLine(new VerifyCommand())
                .setOut(printer)
                .setErr(printer)
                .execute(Stream.concat(Stream.of("--url", waybill.url()), Arrays.stream(options))
                        .toArray(String[]::new));
    }
}
