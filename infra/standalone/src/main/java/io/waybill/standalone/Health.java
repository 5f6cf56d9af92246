package io.waybill.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a service says it is.
 *
 * @param status {@code UP}, another word of its own, or {@code AWAY} when nobody answers
 * @param causes the components that are not up
 */
record Health(String status, List<String> causes) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    Health {
        causes = List.copyOf(causes);
    }

    /** Asks the service at {@code port} whether it is ready for work. */
    static Health of(HttpClient client, int port) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return from(JSON.readTree(answer.body()));
        } catch (IOException | JacksonException nobody) {
            return new Health("AWAY", List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health("AWAY", List.of());
        }
    }

    private static Health from(JsonNode answer) {
        List<String> causes = answer.path("components").properties().stream()
                .filter(component ->
                        !component.getValue().path("status").asString("").equals("UP"))
                .map(Map.Entry::getKey)
                .toList();
        return new Health(answer.path("status").asString("AWAY"), causes);
    }

    boolean isUp() {
        return status.equals("UP");
    }

    @Override
    public String toString() {
        return causes.isEmpty() ? status : status + " (" + String.join(", ", causes) + ")";
    }
}
