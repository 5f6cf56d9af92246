package io.waybill.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same request again, at once or later, and different requests for the same thing. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class RepeatedCommandsTest {
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
    void one_key_sent_many_times_at_once_has_one_effect_and_one_answer() throws Exception {
        service.stocked("KEYED", 1);
        long events = service.events();

        List<String> answers = atOnce(i -> () -> body("/api/v1/stock/keyed/main/receipts", "Idempotency-Key", "same"));

        assertThat(answers).containsOnly("201 {\"sku\":\"KEYED\",\"warehouse\":\"MAIN\",\"version\":1}");
        assertThat(service.events()).isEqualTo(events + 1);
    }

    @Test
    void many_receipts_at_once_are_all_received_also_the_first() throws Exception {
        service.post("/api/v1/products", product("crowd")).expectStatus().isCreated();

        List<String> answers = atOnce(i -> () -> body("/api/v1/stock/crowd/main/receipts"));

        assertThat(answers).allMatch(answer -> answer.startsWith("201 ")).doesNotHaveDuplicates();
        assertThat(service.database
                        .sql("select count(*) from event where aggregate_id = 'CROWD@MAIN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(AT_ONCE);
    }

    private interface Request {
        Callable<String> number(int number);
    }

    private static List<String> atOnce(Request request) throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                calls.add(request.number(i));
            }
            for (Future<String> answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String body(String path, String... headers) {
        var result = service.post(path, "{\"quantity\":1}", headers)
                .expectBody(String.class)
                .returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }

    private static String product(String sku) {
        return """
                {"sku":"%s","name":"A thing","price":{"amount":"1.00","currency":"GBP"}}""".formatted(sku);
    }
}
