package io.waybill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Requests to one server, over as many connections as are needed at a time. Each has to be answered with 200, or refused. */
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a server answers that has too much to do just now. */
    private static final int COME_AGAIN = 429;

    private static final int CREATED = 201;
    private static final int MOST_TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** @param base without a slash at the end */
    Http(String base) {
        this.base = base;
    }

    String get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    String put(String path, String json) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    /** Has to be answered with 201. */
    void create(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(posting(path, json), BodyHandlers.ofString());
        if (response.statusCode() != CREATED) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return answer(posting(path, json));
    }

    /** As often as the server asks for patience, up to a minute. */
    String postPatiently(String path, String json) throws IOException, InterruptedException {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            HttpResponse<String> response = client.send(posting(path, json), BodyHandlers.ofString());
            if (response.statusCode() != COME_AGAIN) {
                return body(response);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        return post(path, json);
    }

    private HttpRequest posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        return body(client.send(request, BodyHandlers.ofString()));
    }

    private static String body(HttpResponse<String> response) {
        if (response.statusCode() == 503) {
            throw new Refused(response.body());
        }
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }

    /** The server has so much to do that it refuses more. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String answer) {
            super(answer);
        }
    }
}
