package io.waybill.command.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waybill.command.AtOnce;
import io.waybill.command.OpenTransaction;
import io.waybill.command.RunningCommandSide;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The same request again while the first is under way, on two nodes. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class RequestsInFlightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 24;
    private static final String ONE = "{\"quantity\":1}";
    private static final String ORDER = """
            {"shipTo":{"country":"Norway"},"lines":[{"sku":"mug","quantity":1}],"payment":{"cardToken":"tok_approve"}}""";

    private static RunningCommandSide node;
    private static RunningCommandSide other;
    private static ExecutorService client;

    @BeforeAll
    static void start() {
        node = RunningCommandSide.start();
        other = node.anotherNode();
        node.stocked("MUG", 10);
        client = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterAll
    static void stop() {
        client.close();
        other.close();
        node.close();
    }

    @Test
    void it_is_told_so_at_once_on_any_node_and_later_gets_the_first_answer() {
        String product = "{\"sku\":\"slow\",\"name\":\"A slow\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}";
        String[] key = {"Idempotency-Key", "slow"};
        CompletableFuture<byte[]> first;
        try (OpenTransaction _ = node.hold("insert into known_product values ('SLOW', '-', 1, 'GBP')")) {
            first = CompletableFuture.supplyAsync(() -> created(node.post("/api/v1/products", product, key)), client);
            awaitClaim("api:slow");

            for (RunningCommandSide each : List.of(node, other)) {
                each.post("/api/v1/products", product, key)
                        .expectStatus()
                        .isEqualTo(409)
                        .expectHeader()
                        .valueEquals("Retry-After", "1")
                        .expectHeader()
                        .contentType("application/problem+json")
                        .expectBody()
                        .jsonPath("$.reason")
                        .isEqualTo("REQUEST_IN_FLIGHT");
            }
            assertThat(first).isNotDone();
        }

        byte[] answer = first.join();
        assertThat(created(other.post("/api/v1/products", product, key))).isEqualTo(answer);
    }

    @Test
    void a_key_whose_first_request_came_to_nothing_is_free_again() {
        String product = "{\"sku\":\"mug\",\"name\":\"A mug\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}";
        for (RunningCommandSide each : List.of(node, other)) {
            each.post("/api/v1/products", product, "Idempotency-Key", "vain")
                    .expectBody()
                    .jsonPath("$.reason")
                    .isEqualTo("ALREADY_EXISTS");
        }
    }

    @Test
    void a_sagas_step_that_is_under_way_is_to_be_taken_later() {
        node.post("/api/v1/products", """
                {"sku":"step","name":"A step","price":{"amount":"1.00","currency":"GBP"}}""").expectStatus().isCreated();
        CommandRequest step = CommandRequest.newBuilder()
                .setId("fulfilment/1/reserve")
                .setName("ReserveStock")
                .setPayload(ByteString.copyFromUtf8("""
                        {"stock":"STEP@MAIN","reservation":"01900000-0000-7000-8000-000000000001#1","quantity":1}"""))
                .build();
        ManagedChannel here = node.rpc();
        ManagedChannel there = other.rpc();
        try {
            CompletableFuture<byte[]> receipt;
            CompletableFuture<CommandReply> taken;
            try (OpenTransaction _ = node.hold("insert into stock_source (sku, warehouse) values ('STEP', 'MAIN')")) {
                // The receipt has the stock, and the step waits for it, with its name claimed.
                receipt = CompletableFuture.supplyAsync(
                        () -> created(node.post("/api/v1/stock/step/main/receipts", ONE, "Idempotency-Key", "receipt")),
                        client);
                awaitClaim("api:receipt");
                taken = CompletableFuture.supplyAsync(
                        () -> CommandsGrpc.newBlockingStub(here).dispatch(step), client);
                awaitClaim("step:" + step.getId());

                assertThatExceptionOfType(StatusRuntimeException.class)
                        .isThrownBy(() -> CommandsGrpc.newBlockingStub(there).dispatch(step))
                        .returns(
                                Status.Code.UNAVAILABLE,
                                refused -> refused.getStatus().getCode());
            }
            receipt.join();
            assertThat(taken.join().hasAccepted()).isTrue();
            assertThat(CommandsGrpc.newBlockingStub(there).dispatch(step).hasAccepted())
                    .isTrue();
            assertThat(events("StockReserved", "STEP@MAIN")).isEqualTo(1);
        } finally {
            here.shutdownNow();
            there.shutdownNow();
        }
    }

    @Test
    void one_key_sent_many_times_at_once_creates_one_order_and_every_answer_is_of_it_or_asks_for_patience()
            throws Exception {
        long before = count("select count(*) from event where name = 'OrderPlaced'");

        List<String> answers = AtOnce.call(AT_ONCE, i -> {
            var result = (i % 2 == 0 ? node : other)
                    .post("/api/v1/orders", ORDER, "Idempotency-Key", "crowd")
                    .expectBody(String.class)
                    .returnResult();
            return result.getStatus().value() + " " + result.getResponseBody();
        });

        String answer =
                "201 " + new String(created(other.post("/api/v1/orders", ORDER, "Idempotency-Key", "crowd")), UTF_8);
        assertThat(answers)
                .contains(answer)
                .allMatch(each -> each.equals(answer)
                        || (each.startsWith("409 ") && each.contains("\"reason\":\"REQUEST_IN_FLIGHT\"")));
        assertThat(count("select count(*) from event where name = 'OrderPlaced'"))
                .isEqualTo(before + 1);
    }

    private static void awaitClaim(String key) {
        await().atMost(PATIENCE)
                .until(() -> node.database
                                .sql(
                                        "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 1 and granted"
                                                + " and (classid::bigint << 32 | objid::bigint) = hashtextextended('key:' || ?, 0)")
                                .param(key)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private static long events(String name, String aggregateId) {
        return node.database
                .sql("select count(*) from event where name = ? and aggregate_id = ?")
                .params(name, aggregateId)
                .query(Long.class)
                .single();
    }

    private static long count(String query) {
        return node.database.sql(query).query(Long.class).single();
    }

    private static byte[] created(RestTestClient.ResponseSpec response) {
        return response.expectStatus().isCreated().expectBody().returnResult().getResponseBody();
    }
}
