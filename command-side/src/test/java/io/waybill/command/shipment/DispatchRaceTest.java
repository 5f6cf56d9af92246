package io.waybill.command.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.command.order.OrdersUnderWay;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * Whoever comes while a shipment is leaving. Two nodes, so that no lock in memory helps: only the store, where the order's
 * next event is written once, can say who was first.
 */
@RealServers({Server.POSTGRES, Server.KAFKA})
class DispatchRaceTest {
    private static final int ROUNDS = 60;

    private static RunningCommandSide node;
    private static RunningCommandSide other;
    private static OrdersUnderWay orders;

    @BeforeAll
    static void start() {
        node = RunningCommandSide.start();
        other = node.anotherNode();
        node.stocked("MUG", 10);
        orders = OrdersUnderWay.of(node, "MUG");
    }

    @AfterAll
    static void stop() {
        other.close();
        node.close();
    }

    @Test
    void cancelling_while_dispatching_ends_in_exactly_one_of_the_two() throws Exception {
        race(
                "OrderCancelled",
                Set.of("NOT_SHIPPABLE"),
                Set.of("NOT_CANCELLABLE"),
                (service, order) -> status(service, HttpMethod.POST, "orders/" + order + "/cancellation", ""));
    }

    @Test
    void amending_while_dispatching_ends_in_exactly_one_of_the_two() throws Exception {
        race(
                "OrderAmended",
                Set.of("STALE_SHIPMENT"),
                Set.of("NOT_AMENDABLE"),
                (service, order) -> status(
                        service,
                        HttpMethod.PATCH,
                        "orders/" + order,
                        "{\"lines\":[{\"sku\":\"mug\",\"quantity\":1}],\"shipTo\":{\"country\":\"Iceland\"}}"));
    }

    @FunctionalInterface
    private interface Rival {
        String comes(RunningCommandSide service, UUID order);
    }

    private static void race(String event, Set<String> tooLateToLeave, Set<String> tooLateToStop, Rival rival)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID order = orders.packed(UUID.randomUUID());
            boolean swapped = round % 2 == 0;
            List<String> answers = AtOnce.call(
                    2,
                    client -> (client == 0)
                            ? status(
                                    swapped ? other : node,
                                    HttpMethod.POST,
                                    "shipments/" + OrdersUnderWay.shipment(order) + "/dispatch",
                                    "{\"carrier\":\"SNAIL\",\"trackingNumber\":\"1\"}")
                            : rival.comes(swapped ? node : other, order));

            List<String> stored = stored(order);
            if (answers.getFirst().equals("200")) {
                assertThat(tooLateToStop).contains(answers.getLast());
                assertThat(stored)
                        .contains("ShipmentDispatched", "OrderShipped")
                        .doesNotContain(event);
            } else {
                assertThat(answers.getLast()).isEqualTo("200");
                assertThat(tooLateToLeave).contains(answers.getFirst());
                assertThat(stored).contains(event).doesNotContain("ShipmentDispatched", "OrderShipped");
            }
        }
    }

    /** 200, or the reason for anything else. */
    private static String status(RunningCommandSide service, HttpMethod method, String path, String body) {
        var result = service.send(method, "/api/v1/" + path, body)
                .expectBody(String.class)
                .returnResult();
        String text = String.valueOf(result.getResponseBody());
        return result.getStatus().value() == 200
                ? "200"
                : text.replaceAll("(?s).*\"reason\" ?: ?\"([A-Z_]+)\".*", "$1");
    }

    private static List<String> stored(UUID order) {
        return node.database
                .sql("select name from event where payload::jsonb ->> 'orderId' = ?")
                .param(order.toString())
                .query(String.class)
                .list();
    }
}
