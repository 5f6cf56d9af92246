package io.waybill.query.ordersummary;

import com.jayway.jsonpath.JsonPath;
import io.waybill.contract.order.OrderId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A client that follows an order, and reads event by event. */
final class Followed implements AutoCloseable {
    private static final int MOST_EVENTS = 100;

    private final HttpClient client;
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private Followed(HttpClient client, HttpResponse<InputStream> response) {
        this.client = client;
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static Followed open(String address, OrderId order, String... headers) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address + "/api/v1/orders/" + order + "/stream"))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Followed(client, client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The next event; comments are passed over. */
    Event next() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (line.isEmpty() && fields.containsKey("data")) {
                return new Event(fields.get("event"), fields.get("id"), fields.get("data"));
            }
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        throw new IOException("the stream is over");
    }

    /** The first event from here on that has this value at the path. */
    Event nextThat(String path, Object value) throws IOException {
        for (int i = 0; i < MOST_EVENTS; i++) {
            Event event = next();
            if (value.equals(event.read(path))) {
                return event;
            }
        }
        throw new IOException("no event has " + value + " at " + path);
    }

    /** Waits for the end. */
    boolean isOver() throws IOException {
        String line = lines.readLine();
        while (line != null) {
            line = lines.readLine();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
        client.shutdownNow();
        client.close();
    }

    record Event(String name, String id, String data) {
        Object read(String path) {
            return JsonPath.read(data, path);
        }
    }
}
