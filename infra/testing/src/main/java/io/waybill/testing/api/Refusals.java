package io.waybill.testing.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends malformed requests to a running service and tells which of them were not refused as they should be. */
public final class Refusals {
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client;
    private final String address;

    /** @param address scheme, host and port of the service */
    public Refusals(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    /** The description that the service gives of itself. */
    public ApiDocument document() {
        return ApiDocument.of(send(HttpRequest.newBuilder(URI.create(address + "/openapi.json")))
                .body());
    }

    /** @return a line for each request that was not answered with a problem that blames the client */
    public List<String> missing(List<MalformedRequest> requests) {
        List<String> missing = new ArrayList<>();
        for (MalformedRequest request : requests) {
            HttpResponse<String> answer = send(request);
            String wrong = wrong(request, answer);
            if (wrong != null) {
                missing.add(request + ": " + wrong);
            }
        }
        return missing;
    }

    private HttpResponse<String> send(MalformedRequest request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address + request.path())).method(request.method(), request.body());
        request.headers().forEach(builder::header);
        return send(builder);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException("no answer to " + request.build(), broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static @Nullable String wrong(MalformedRequest request, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 400 || status >= 500) {
            return "answered with " + status + " " + answer.body();
        }
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            return "no problem: " + status + " " + answer.headers().map();
        }
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            if (!REASON.matcher(problem.path("reason").asString("")).matches()) {
                return "no reason: " + answer.body();
            }
            return request.fault().endsWith(": " + MalformedBodies.UNKNOWN) && !names(problem, request)
                    ? "does not name the field: " + answer.body()
                    : null;
        } catch (JacksonException unreadable) {
            return "no JSON: " + answer.body();
        }
    }

    private static boolean names(JsonNode problem, MalformedRequest request) {
        String pointer = request.fault().substring(0, request.fault().indexOf(':'));
        for (JsonNode error : problem.path("errors")) {
            if (error.path("pointer").asString("").equals(pointer)) {
                return true;
            }
        }
        return false;
    }
}
