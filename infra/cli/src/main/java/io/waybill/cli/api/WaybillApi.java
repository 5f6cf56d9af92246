package io.waybill.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends requests and repeats those that went unanswered. That is safe, because every one that changes something carries an
 * idempotency key.
 */
public final class WaybillApi implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI base;
    private final String actor;
    private final Stop stop;
    private volatile boolean met;

    /**
     * @param base such as {@code http://127.0.0.1:8080}
     * @param actor who acts, for the audit
     * @param stop after its call nothing is repeated any more
     */
    public WaybillApi(URI base, String actor, Stop stop) {
        this.base = base;
        this.actor = actor;
        this.stop = stop;
    }

    public URI base() {
        return base;
    }

    /** @throws GaveUp if there was no answer */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /**
     * @param body becomes JSON
     * @param key makes repeating safe, now and later
     * @throws GaveUp if there was no answer
     */
    public Answer post(String path, Object body, String key) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /**
     * For what comes to the same however often it is sent.
     *
     * @param body becomes JSON
     * @throws GaveUp if there was no answer
     */
    public Answer put(String path, Object body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /**
     * An answer that is written line by line while the work goes on.
     *
     * @param each gets every line, the last one included
     * @throws GaveUp if there was no answer, or it was refused or broken off
     */
    public void lines(String path, Consumer<JsonNode> each) {
        HttpResponse<InputStream> response =
                send(HttpRequest.newBuilder(base.resolve(path)).GET(), whole -> whole);
        boolean ended = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            if (response.statusCode() != 200) {
                String refusal = lines.lines().collect(Collectors.joining());
                throw GaveUp.refused(path, new Answer(response.statusCode(), json(refusal.getBytes(UTF_8)), ""));
            }
            for (String line = lines.readLine(); line != null && !stop.isCalled(); line = lines.readLine()) {
                JsonNode read = json(line.getBytes(UTF_8));
                ended = read.has("end") || read.has("failed");
                each.accept(read);
            }
        } catch (IOException e) {
            throw GaveUp.unreachable(base + " broke off (" + e.getMessage() + ")");
        }
        if (!ended && !stop.isCalled()) {
            throw GaveUp.unreachable(base + " broke off in the middle of an answer");
        }
    }

    private Answer send(HttpRequest.Builder request) {
        return send(request, WaybillApi::answer);
    }

    /** @param reader what of an answer is read before it counts as given */
    private <T> T send(HttpRequest.Builder request, Reader<T> reader) {
        HttpRequest whole = request.timeout(ANSWER)
                .header("Accept", "application/json, application/x-ndjson")
                .header("X-Actor", actor)
                .build();
        for (int attempt = 1; ; attempt++) {
            String trouble;
            Duration asked;
            try {
                HttpResponse<InputStream> response = client.send(whole, BodyHandlers.ofInputStream());
                met = true;
                if (!Backoff.isWorthRepeating(response)) {
                    return reader.read(response);
                }
                trouble = answer(response).complaint();
                asked = Backoff.asked(response);
            } catch (IOException e) {
                trouble = e.getMessage() == null ? "no connection" : e.getMessage();
                asked = Duration.ZERO;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw GaveUp.unreachable("interrupted");
            }
            if (attempt == (met ? Backoff.MAX_ATTEMPTS : Backoff.FIRST_CONTACT_ATTEMPTS) || stop.isCalled()) {
                throw GaveUp.unreachable(base + " does not answer (" + trouble + ")");
            }
            stop.pause(Backoff.after(attempt, asked));
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return new Answer(
                    response.statusCode(),
                    json(body.readAllBytes()),
                    response.headers().firstValue("Location").orElse(""));
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(HttpResponse<InputStream> response) throws IOException;
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
