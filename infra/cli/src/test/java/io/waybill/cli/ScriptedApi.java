package io.waybill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that gives the answers that it was told, and remembers what it was asked. */
public final class ScriptedApi implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What was asked of it, with who asked. */
    public record Asked(String request, JsonNode body, String actor) {}

    private record Told(int status, String body, String location) {}

    private final Map<String, Deque<Told>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Runnable onRequest = () -> {};

    public ScriptedApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param request such as {@code GET /api/v1/…?limit=1}; what it is told last is answered again and again */
    public ScriptedApi on(String request, int status, String body) {
        return on(request, status, body, "");
    }

    public ScriptedApi on(String request, int status, String body, String location) {
        answers.computeIfAbsent(request, first -> new ArrayDeque<>()).add(new Told(status, body, location));
        return this;
    }

    /** Before each answer. */
    public void onRequest(Runnable action) {
        onRequest = action;
    }

    /** All that changed something. */
    public List<Asked> changes() {
        return asked.stream().filter(each -> !each.request().startsWith("GET")).toList();
    }

    public List<String> requests() {
        return asked.stream().map(Asked::request).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        onRequest.run();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String actor = String.valueOf(exchange.getRequestHeaders().getFirst("X-Actor"));
        asked.add(new Asked(request, sent.length == 0 ? JSON.nullNode() : JSON.readTree(sent), actor));
        Told told = told(request);
        if (!told.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", told.location());
        }
        byte[] bytes = told.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(told.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Told told(String request) {
        Deque<Told> left = answers.get(request);
        if (left == null) {
            return new Told(404, "{\"reason\":\"UNSCRIPTED\",\"detail\":\"Nobody told what to answer.\"}", "");
        }
        synchronized (left) {
            return left.size() > 1 ? left.removeFirst() : left.getFirst();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
