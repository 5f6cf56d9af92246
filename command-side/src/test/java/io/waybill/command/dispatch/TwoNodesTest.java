package io.waybill.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes, one database, the same aggregate: every effect once, and its stream without a hole. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class TwoNodesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 16;
    private static final int REQUESTS_EACH = 10;

    /** How often each request with a key, and each step, is delivered. */
    private static final int DELIVERIES = 3;

    private static RunningCommandSide node;
    private static RunningCommandSide other;

    @BeforeAll
    static void start() {
        node = RunningCommandSide.start();
        other = node.anotherNode();
    }

    @AfterAll
    static void stop() {
        other.close();
        node.close();
    }

    @Test
    void receipts_with_keys_and_without_add_up() throws Exception {
        node.stocked("SUM", 1);

        List<Long> received = AtOnce.call(CLIENTS, client -> {
            boolean keyed = client % 2 == 0;
            long sum = 0;
            for (int request = 0; request < REQUESTS_EACH; request++) {
                int quantity = 1 + client * REQUESTS_EACH + request;
                sum += keyed ? delivered(quantity) : sentOnce(client, quantity);
            }
            return sum;
        });

        long told = received.stream().mapToLong(Long::longValue).sum();
        assertThat(number("select sum((payload ->> 'quantity')::int) from event where name = 'StockReceived'"
                        + " and aggregate_id = 'SUM@MAIN'"))
                .isEqualTo(1 + told);
        withoutHole("SUM@MAIN");
    }

    /** With a key: delivered again and again, to either node, until each delivery was answered. */
    private static long delivered(int quantity) {
        try {
            List<String> answers = AtOnce.call(
                    DELIVERIES,
                    delivery -> await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(20))
                            .until(
                                    () -> receipt(delivery, quantity, "Idempotency-Key", "q" + quantity),
                                    TwoNodesTest::isDone));
            assertThat(answers).containsOnly(answers.getFirst());
            return quantity;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Without a key: what was not acknowledged must not have happened. */
    private static long sentOnce(int client, int quantity) {
        return isDone(receipt(client / 2, quantity)) ? quantity : 0;
    }

    private static boolean isDone(String answer) {
        assertThat(answer).matches("201 .*|409 .*(REQUEST_IN_FLIGHT|CONCURRENT_CHANGE).*");
        return answer.startsWith("201");
    }

    private static String receipt(int toNode, int quantity, String... headers) {
        var result = (toNode % 2 == 0 ? node : other)
                .post("/api/v1/stock/sum/main/receipts", "{\"quantity\":" + quantity + "}", headers)
                .expectBody(String.class)
                .returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }

    @Test
    void steps_that_both_nodes_get_at_once_are_taken_once() throws Exception {
        int steps = CLIENTS * 2;
        node.stocked("STEPS", steps - 5);
        List<ManagedChannel> channels = List.of(node.rpc(), other.rpc());
        try {
            AtOnce.call(steps * DELIVERIES, delivery -> {
                CommandRequest step = reserve(delivery / DELIVERIES);
                ManagedChannel channel = channels.get(delivery % channels.size());
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> isTaken(channel, step));
                return delivery;
            });
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }

        String ofSteps = "select count(*) from event where aggregate_id = 'STEPS@MAIN' and name = ";
        assertThat(number(ofSteps + "'StockReserved'")).isEqualTo(steps - 5);
        assertThat(number(ofSteps + "'StockReservationRejected'")).isEqualTo(5);
        withoutHole("STEPS@MAIN");
    }

    private static boolean isTaken(ManagedChannel channel, CommandRequest step) {
        try {
            return CommandsGrpc.newBlockingStub(channel).dispatch(step).hasAccepted();
        } catch (StatusRuntimeException later) {
            return false;
        }
    }

    private static CommandRequest reserve(int number) {
        return CommandRequest.newBuilder()
                .setId("fulfilment/" + number + "/reserve")
                .setName("ReserveStock")
                .setPayload(ByteString.copyFromUtf8("""
                        {"stock":"STEPS@MAIN","reservation":"01900000-0000-7000-8000-%012d#1","quantity":1}""".formatted(number)))
                .build();
    }

    private static void withoutHole(String aggregateId) {
        assertThat(number("select count(*) from (select sequence_number <> row_number() over (order by"
                        + " sequence_number) - 1 as off from event where aggregate_id = '" + aggregateId
                        + "') numbered where off"))
                .isZero();
    }

    private static long number(String query) {
        return node.database.sql(query).query(Long.class).single();
    }
}
