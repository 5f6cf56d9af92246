package io.waybill.testing.api;

import io.waybill.testing.api.RequestCollection.Example;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sends a service's examples, one after the other, as somebody who tries them does. */
public final class Walkthrough {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client;
    private final String address;
    private final Map<String, String> kept = new HashMap<>();

    /** @param address scheme, host and port of the service */
    public Walkthrough(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    /** @return a line for each example that was not answered with success, of those that need nothing but the ones before */
    public List<String> failures(RequestCollection collection) {
        List<String> failures = new ArrayList<>();
        for (Example example : collection.examples()) {
            if (example.needs() == null) {
                HttpResponse<String> answer = send(example);
                if (answer.statusCode() / 100 != 2) {
                    failures.add(example.name() + ": " + answer.statusCode() + " " + answer.body());
                } else {
                    keep(example, answer.body());
                }
            }
        }
        return failures;
    }

    private void keep(Example example, String body) {
        if (example.keep() != null) {
            example.keep()
                    .forEach((name, field) -> kept.put(
                            name, JsonMapper.shared().readTree(body).path(field).asString()));
        }
    }

    private HttpResponse<String> send(Example example) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + filled(example.path())))
                .timeout(PATIENCE)
                .method(example.method(), BodyPublishers.ofString(filled(example.json())));
        if (example.body() != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException("no answer to " + example.name(), broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : kept.entrySet()) {
            filled = filled.replace("{{" + each.getKey() + "}}", each.getValue());
        }
        return filled;
    }
}
