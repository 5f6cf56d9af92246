package io.waybill.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Different requests for the same thing, one after the other and at once. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class RivalCommandsTest {
    private static final int AT_ONCE = 24;

    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_product_is_registered_once() {
        service.stocked("ONCE", 1);
        long events = service.events();

        service.post("/api/v1/products", product("once"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("ALREADY_EXISTS");
        service.post("/api/v1/products", product("once"), "Idempotency-Key", "another")
                .expectStatus()
                .isEqualTo(409);
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void stock_of_an_unknown_product_is_refused_by_name() {
        service.post("/api/v1/stock/nobody/main/receipts", "{\"quantity\":1}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("sku");
    }

    @Test
    void many_receipts_at_once_are_all_received_also_the_first() throws Exception {
        service.post("/api/v1/products", product("crowd")).expectStatus().isCreated();

        List<String> answers = AtOnce.call(AT_ONCE, i -> receipt("/api/v1/stock/crowd/main/receipts"));

        assertThat(answers).allMatch(answer -> answer.startsWith("201 ")).doesNotHaveDuplicates();
        assertThat(service.database
                        .sql("select count(*) from event where aggregate_id = 'CROWD@MAIN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(AT_ONCE);
    }

    @Test
    void a_change_that_is_overtaken_each_time_is_given_up_and_may_be_sent_again() {
        service.stocked("BUSY", 1);
        long events = service.events();
        try (var overtaking = new OvertakenStream(service.owned, "BUSY@MAIN")) {
            service.post("/api/v1/stock/busy/main/receipts", "{\"quantity\":1}", "Idempotency-Key", "busy")
                    .expectStatus()
                    .isEqualTo(409)
                    .expectHeader()
                    .valueEquals("Retry-After", "1")
                    .expectBody()
                    .jsonPath("$.reason")
                    .isEqualTo("CONCURRENT_CHANGE");
            assertThat(overtaking.appends()).isEqualTo(CommandDispatch.TRIES);
        }
        assertThat(service.events()).isEqualTo(events);

        service.post("/api/v1/stock/busy/main/receipts", "{\"quantity\":1}", "Idempotency-Key", "busy")
                .expectStatus()
                .isCreated();
    }

    private static String receipt(String path) {
        var result =
                service.post(path, "{\"quantity\":1}").expectBody(String.class).returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }

    private static String product(String sku) {
        return """
                {"sku":"%s","name":"A thing","price":{"amount":"1.00","currency":"GBP"}}""".formatted(sku);
    }
}
