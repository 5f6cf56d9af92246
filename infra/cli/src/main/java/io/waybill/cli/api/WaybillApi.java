package io.waybill.cli.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
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

    private Answer send(HttpRequest.Builder request) {
        HttpRequest whole = request.timeout(ANSWER)
                .header("Accept", "application/json")
                .header("X-Actor", actor)
                .build();
        for (int attempt = 1; ; attempt++) {
            String trouble;
            Duration asked;
            try {
                HttpResponse<byte[]> response = client.send(whole, BodyHandlers.ofByteArray());
                met = true;
                if (!Backoff.isWorthRepeating(response)) {
                    return answer(response);
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

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Location").orElse(""));
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
