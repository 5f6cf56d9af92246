package io.waybill.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service behind the gateway that tells what it was asked. */
final class Upstream implements AutoCloseable {
    /** What the upstream saw of one request. */
    record Asked(String method, String uri, Headers headers, int bodyBytes) {}

    /** One every 300 ms: together twice as long as the hasty gateway of these tests waits for an answer. */
    static final int SIGNS_OF_LIFE = 20;

    static final String EVENT = "event: order\ndata: {}\n\n";

    final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    final CountDownLatch mayEnd = new CountDownLatch(1);

    private final HttpServer server;
    private final String name;

    Upstream(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.createContext("/api/v1/problem", this::refuse);
        server.createContext("/api/v1/stream", this::stream);
        server.createContext("/api/v1/operations/event-log/verification", this::verify);
        server.createContext("/api/v1/operations/projections/ordersummary/verification", this::verify);
        server.createContext("/api/v1/orders/7/stream", this::follow);
        server.createContext("/graphql", exchange -> {
            if ("text/event-stream".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
                follow(exchange);
            } else {
                answer(exchange);
            }
        });
        server.createContext("/api/v1/silence", exchange -> {});
        server.createContext("/api/v1/break", HttpExchange::close);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        remember(exchange);
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        send(exchange, 200, "application/json", "{\"from\":\"" + name + "\"}");
    }

    private void refuse(HttpExchange exchange) throws IOException {
        remember(exchange);
        send(exchange, 409, "application/problem+json", "{\"reason\":\"NOT_CANCELLABLE\"}");
    }

    /** The first part at once, the second only when the test says so. */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        exchange.getResponseBody().write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < SIGNS_OF_LIFE; i++) {
            exchange.getResponseBody().write(EVENT.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                boolean _ = mayEnd.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        exchange.close();
    }

    private void verify(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < SIGNS_OF_LIFE; i++) {
            exchange.getResponseBody().write("{\"progress\":{}}\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                boolean _ = mayEnd.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        exchange.getResponseBody().write("{\"end\":true}\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void remember(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body.readAllBytes().length));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        mayEnd.countDown();
        server.stop(0);
    }
}
