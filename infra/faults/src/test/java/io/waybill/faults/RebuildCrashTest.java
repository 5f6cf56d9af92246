package io.waybill.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.servers.Ports;
import io.waybill.standalone.LocalService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RebuildCrashTest {
    /** Of events, so that no history is handled before somebody dies. */
    private static final String SLOWLY = "{\"eventsPerSecond\": 1}";

    private static final String AT_FULL_SPEED = "{\"eventsPerSecond\": null}";
    private static final int ORDERS = Chance.enough(10, 100);

    @Test
    void a_rebuild_goes_on_when_either_node_and_then_both_are_killed_in_the_middle() throws Exception {
        Site site = Site.whole();
        ServiceProcess first = site.service("projections");
        ServiceProcess second = secondNode(site);
        second.start();
        try (Trade _ = Trade.with(site)) {
            await().atMost(Site.PATIENCE).until(second::isReady);
            long until = site.ledger().commandsAcknowledged() + ORDERS;
            await().atMost(Site.PATIENCE).until(() -> site.ledger().commandsAcknowledged() >= until);
            String rebuild = "/api/v1/operations/projections/ordersummary/rebuilds";
            rebuild += "/" + send(first, "POST", rebuild, SLOWLY).path("id").asString();
            awaitDone(first, rebuild, 0);

            first.kill();
            site.ledger().fault();
            long done = awaitDone(second, rebuild, done(second, rebuild));
            second.kill();
            site.ledger().fault();
            site.heal();

            assertThat(done(first, rebuild)).as("it does not begin anew").isGreaterThanOrEqualTo(done);
            send(first, "PUT", rebuild + "/throttle", AT_FULL_SPEED);
            awaitSwitched(first, rebuild);
        } finally {
            second.kill();
        }
        Proof.of(site, RebuildCrashTest.class);
    }

    private static long awaitDone(ServiceProcess node, String rebuild, long before) {
        await().atMost(Site.PATIENCE).ignoreExceptions().until(() -> done(node, rebuild) > before);
        return before;
    }

    private static void awaitSwitched(ServiceProcess node, String rebuild) {
        await().atMost(Site.PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JsonNode now = send(node, "GET", rebuild, "");
            assertThat(now.path("state").asString()).isEqualTo("SWITCHED");
            assertThat(now.at("/comparison/differing").asInt())
                    .as(now.toString())
                    .isZero();
        });
    }

    private static long done(ServiceProcess node, String rebuild) throws Exception {
        return send(node, "GET", rebuild, "").path("done").asLong();
    }

    private static JsonNode send(ServiceProcess node, String method, String path, String json)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json))
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    private static ServiceProcess secondNode(Site site) {
        LocalService first = site.plan("projections");
        int port = Ports.free();
        Map<String, Object> properties = new HashMap<>(first.properties());
        properties.put("server.port", port);
        LocalService second = new LocalService(first.name(), first.application(), port, first.needs(), properties);
        return new ServiceProcess(second, first.application(), site.log("projections-second"));
    }
}
