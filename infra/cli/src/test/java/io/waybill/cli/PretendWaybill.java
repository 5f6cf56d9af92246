package io.waybill.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as Waybill does, and badly on purpose where a test wants to see what the client makes of it. That the client and the
 * real one understand each other is proved elsewhere, with the real one.
 */
final class PretendWaybill implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What was asked, once for each key: method, path and body. */
    final Map<String, JsonNode> products = new ConcurrentHashMap<>();

    final Map<String, Integer> stock = new ConcurrentHashMap<>();
    final Map<String, JsonNode> orders = new ConcurrentHashMap<>();
    final Queue<String> rebuilds = new ConcurrentLinkedQueue<>();
    final Queue<String> verified = new ConcurrentLinkedQueue<>();
    final AtomicInteger refills = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger busiest = new AtomicInteger();

    /** So many of the next requests are answered with 503. */
    final AtomicInteger unavailable = new AtomicInteger();

    volatile String stateOfOrders = "CONFIRMED";
    volatile String rebuildEnd = "\"same\":true,\"rowsAfter\":911,\"checksumAfter\":\"42\"";
    volatile String differences = "";
    volatile String endOfLog = "{\"end\":true}";
    volatile Runnable onOrder = () -> {};

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final HttpServer server;

    private record Answer(int status, String body, String location) {
        Answer(int status, String body) {
            this(status, body, "");
        }
    }

    PretendWaybill() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        busiest.accumulateAndGet(running.incrementAndGet(), Math::max);
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = unavailable.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? new Answer(503, "{\"reason\":\"UNAVAILABLE\",\"detail\":\"not now\"}")
                : answer(exchange, body);
        running.decrementAndGet();
        if (answer.status() == 503) {
            exchange.getResponseHeaders().set("Retry-After", "0");
        }
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", answer.location());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            return path.startsWith("/api/v1/operations") ? operations(exchange.getRequestURI()) : found(path);
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return answers.computeIfAbsent(key, first -> done(path, JSON.readTree(body)));
    }

    private Answer done(String path, JsonNode body) {
        String[] parts = path.split("/", -1);
        return switch (parts[3]) {
            case "products" ->
                products.putIfAbsent(body.get("sku").asString(), body) == null
                        ? new Answer(201, "{}")
                        : new Answer(409, "{\"reason\":\"ALREADY_REGISTERED\",\"detail\":\"known\"}");
            case "stock" -> {
                stock.merge(parts[4] + "@" + parts[5], body.get("quantity").asInt(), Integer::sum);
                yield new Answer(201, "{}");
            }
            case "orders" -> placed(body);
            default -> path.endsWith("/refill") ? refilling() : begun(parts[5]);
        };
    }

    private Answer placed(JsonNode body) {
        onOrder.run();
        String reference = body.get("reference").asString();
        if (body.get("shipTo").get("country").asString().equals("Nowhere")) {
            return new Answer(
                    422,
                    "{\"detail\":\"No.\",\"errors\":[{\"pointer\":\"/shipTo/country\",\"detail\":\"is nowhere\"}]}");
        }
        orders.put(reference, body);
        return new Answer(201, "{\"orderId\":\"id-" + reference + "\",\"version\":0}");
    }

    private Answer begun(String name) {
        rebuilds.add(name);
        return new Answer(202, "{}", "/api/v1/operations/projections/" + name + "/rebuilds/1");
    }

    private Answer refilling() {
        refills.incrementAndGet();
        return new Answer(202, "{}");
    }

    private Answer operations(URI uri) {
        String path = uri.getPath();
        if (path.endsWith("/event-log")) {
            return new Answer(200, "{\"published\":1000,\"refillAsked\":false}");
        }
        if (path.endsWith("/event-log/verification")) {
            String check = "\"count\":1000,\"checksum\":\"-42\",\"differences\":[],\"millis\":1500";
            return new Answer(
                    200,
                    "{\"progress\":{\"step\":\"topic\",\"done\":1,\"total\":2}}\n"
                            + "{\"check\":{\"subject\":\"store\",\"notes\":[\"7 aggregates\"]," + check + "}}\n"
                            + "{\"check\":{\"subject\":\"topic\",\"notes\":[]," + check + "}}\n"
                            + "{\"upTo\":1000}\n" + endOfLog);
        }
        if (path.endsWith("/verification")) {
            String view = path.split("/", -1)[5];
            verified.add(view + " " + uri.getQuery());
            return new Answer(
                    200,
                    "{\"check\":{\"subject\":\"" + view + "\",\"count\":911,\"checksum\":\"42\",\"notes\":[],"
                            + "\"differences\":[" + differences + "],\"millis\":200}}\n{\"end\":true}\n");
        }
        return found(path);
    }

    /** The first time nothing is there yet, the second time it has just begun. */
    private Answer found(String path) {
        int times = asked.computeIfAbsent(path, first -> new AtomicInteger()).incrementAndGet();
        if (path.endsWith("/projections")) {
            return new Answer(200, "{\"items\":[{\"name\":\"ordersummary\"},{\"name\":\"stocklevel\"}]}");
        }
        if (path.contains("/rebuilds/")) {
            String end = times < 3 ? "" : ",\"endedAt\":\"2026-01-01T00:00:00Z\"," + rebuildEnd;
            return new Answer(
                    200,
                    "{\"done\":" + times + ",\"total\":3,\"rowsBefore\":911,\"checksumBefore\":\"42\"" + end + "}");
        }
        if (times == 1) {
            return new Answer(404, "{\"reason\":\"NOT_FOUND\"}");
        }
        String state = times == 2 ? "PLACED" : stateOfOrders;
        String why = state.equals("REJECTED")
                ? ",\"rejections\":[{\"reason\":\"SHORT_STOCK\"},{\"reason\":\"SHORT_STOCK\"}]"
                : "";
        return new Answer(200, "{\"status\":\"" + state + "\"" + why + "}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
