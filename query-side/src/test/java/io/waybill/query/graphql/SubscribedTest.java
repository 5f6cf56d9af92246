package io.waybill.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealServers(Server.POSTGRES)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class SubscribedTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FOLLOW = """
            subscription ($id: ID!) {
              order(id: $id) { status payments { status } history { name } lines { product { name } } }
            }
            """;
    private static final String DATA = "data:";

    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("ordersummary", "fulfilment", "product", "audit");
    }

    @AfterAll
    static void stop() {
        service.close();
        CLIENT.shutdownNow();
        CLIENT.close();
    }

    @Test
    void an_order_is_told_as_it_is_and_again_when_it_or_a_part_of_it_changes() throws Exception {
        WholeLife life = new WholeLife(service.story(), Orders.hearts()).placed();
        service.tell();
        try (BufferedReader events = follow(life.id.toString())) {
            assertThat(JsonPath.<String>read(nextThat(events, "PLACED"), "$.data.order.history[0].name"))
                    .isEqualTo("OrderPlaced");

            life.reserved().paid();
            service.tell();

            String confirmed = nextThat(events, "CONFIRMED");
            assertThat(JsonPath.<String>read(confirmed, "$.data.order.payments[0].status"))
                    .isEqualTo("AUTHORIZED");
        }
    }

    @Test
    void what_cannot_be_followed_is_an_error_with_its_reason() throws Exception {
        try (BufferedReader events = follow(UUID.randomUUID().toString())) {
            assertThat(next(events)).contains("ORDER_NOT_FOUND");
        }
        try (BufferedReader events = follow("7")) {
            assertThat(next(events)).contains("INVALID_PARAMETER");
        }
        try (BufferedReader events = ask("subscription { order { status } }", Map.of())) {
            assertThat(next(events)).contains("INVALID_QUERY");
        }
    }

    private static BufferedReader follow(String id) throws IOException, InterruptedException {
        return ask(FOLLOW, Map.of("id", id));
    }

    private static BufferedReader ask(String query, Map<String, ?> variables) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(Asked.body(query, variables)))
                .build();
        return new BufferedReader(new InputStreamReader(
                CLIENT.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader events) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith(DATA) && line.length() > DATA.length()) {
                return line.substring(DATA.length());
            }
        }
        throw new IOException("the stream is over");
    }

    private static String nextThat(BufferedReader events, String status) throws IOException {
        while (true) {
            String event = next(events);
            if (JsonPath.<String>read(event, "$.data.order.status").equals(status)) {
                return event;
            }
        }
    }
}
