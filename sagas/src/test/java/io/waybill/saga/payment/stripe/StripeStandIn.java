package io.waybill.saga.payment.stripe;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A stand-in for Stripe's HTTP API: a real server that answers with Stripe's JSON and follows its documentation for the
 * life of a PaymentIntent, captures in parts, refunds, and idempotency keys, which answer with what they answered first,
 * failures inside Stripe included.
 */
final class StripeStandIn implements AutoCloseable {
    /** What Stripe answers. */
    record Answer(int status, String body) {}

    private static final class Intent {
        String status = "requires_payment_method";
        long amount;
        long received;
        String multicapture = "available";
        final Map<String, String> metadata = new LinkedHashMap<>();
    }

    private record Refund(String id, String intent, long amount, String status, Map<String, String> metadata) {}

    /** Each request, as method and path. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** The next answers to requests that change something; null lets one go unanswered. */
    final Queue<Answer> failures = new ArrayDeque<>();

    /** The next requests that change something are carried out, and then not answered. */
    int carriedOutInSilence;

    String multicapture = "available";
    String refundStatus = "succeeded";

    private final Map<String, Intent> intents = new HashMap<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final Map<String, Answer> byKey = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    StripeStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized String status(String intent) {
        return intents.get(intent).status;
    }

    synchronized long received(String intent) {
        return intents.get(intent).received;
    }

    /** As the dashboard, or the time, does it. */
    synchronized void cancel(String intent) {
        intents.get(intent).status = "canceled";
    }

    synchronized void forgetKeys() {
        byKey.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/".length());
        String method = exchange.getRequestMethod();
        Map<String, String> form = form(
                method.equals("GET")
                        ? String.valueOf(exchange.getRequestURI().getRawQuery())
                        : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(method + " " + path);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Answer answer;
        boolean replayed = false;
        boolean silent = false;
        synchronized (this) {
            if (!"Bearer sk_test_1".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer = new Answer(
                        401, "{\"error\":{\"message\":\"Invalid API Key\",\"type\":\"invalid_request_error\"}}");
            } else if (method.equals("GET")) {
                answer = read(path, form);
            } else {
                replayed = key != null && byKey.containsKey(key);
                answer = replayed ? byKey.get(key) : failures.isEmpty() ? change(path, form) : failures.remove();
                if (key != null && answer != null && answer.status() != 429) {
                    byKey.put(key, answer);
                }
                silent = answer == null || (!replayed && carriedOutInSilence-- > 0);
            }
        }
        if (silent) {
            awaitClose();
        } else {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Request-Id", "req_1");
            if (replayed) {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Answer read(String path, Map<String, String> query) {
        if (path.equals("refunds")) {
            String data = refunds.stream()
                    .filter(refund -> refund.intent().equals(query.get("payment_intent")))
                    .map(StripeStandIn::json)
                    .collect(joining(","));
            return new Answer(
                    200, "{\"object\":\"list\",\"url\":\"/v1/refunds\",\"has_more\":false,\"data\":[" + data + "]}");
        }
        return answer(path.split("/", -1)[1], "latest_charge".equals(query.get("expand[0]")));
    }

    private Answer change(String path, Map<String, String> form) {
        String[] parts = path.split("/", -1);
        if (path.equals("payment_intents")) {
            return create(form);
        }
        if (path.equals("refunds")) {
            return refund(form);
        }
        String id = parts[1];
        return switch (parts[2]) {
            case "confirm" -> confirm(id, form);
            case "capture" -> capture(id, form);
            case "cancel" -> {
                intents.get(id).status = "canceled";
                yield answer(id, false);
            }
            default -> throw new IllegalArgumentException(path);
        };
    }

    private Answer create(Map<String, String> form) {
        if (!"manual".equals(form.get("capture_method")) || form.containsKey("confirm")) {
            throw new IllegalArgumentException("not as agreed: " + form);
        }
        String id = "pi_" + (intents.size() + 1);
        Intent intent = new Intent();
        intent.amount = Long.parseLong(form.get("amount"));
        intent.multicapture = multicapture;
        metadata(form, intent.metadata);
        intents.put(id, intent);
        return answer(id, false);
    }

    private Answer confirm(String id, Map<String, String> form) {
        Intent intent = intents.get(id);
        if (!intent.status.equals("requires_payment_method")) {
            return unexpected(intent);
        }
        String card = form.getOrDefault("payment_method", form.get("payment_method_data[card][token]"));
        if (card.endsWith("Declined")) {
            return new Answer(402, Recorded.json("card_declined", Map.of()));
        }
        intent.status = card.endsWith("Slow") ? "processing" : "requires_capture";
        return answer(id, false);
    }

    private Answer capture(String id, Map<String, String> form) {
        Intent intent = intents.get(id);
        long amount = Long.parseLong(form.get("amount_to_capture"));
        boolean last = !"false".equals(form.get("final_capture"));
        if (!intent.status.equals("requires_capture") || (!last && intent.multicapture.equals("unavailable"))) {
            return unexpected(intent);
        }
        intent.received += amount;
        metadata(form, intent.metadata);
        if (last) {
            intent.status = "succeeded";
        }
        return answer(id, false);
    }

    private Answer refund(Map<String, String> form) {
        String id = form.get("payment_intent");
        long amount = Long.parseLong(form.get("amount"));
        long before = refunds.stream()
                .filter(refund -> refund.intent().equals(id))
                .mapToLong(Refund::amount)
                .sum();
        if (before + amount > intents.get(id).received) {
            return new Answer(400, Recorded.json("charge_already_refunded", Map.of()));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata(form, metadata);
        Refund refund = new Refund("re_" + (refunds.size() + 1), id, amount, refundStatus, metadata);
        refunds.add(refund);
        return new Answer(200, json(refund));
    }

    private static Answer unexpected(Intent intent) {
        return new Answer(400, Recorded.json("unexpected_state", Map.of("STATUS", intent.status)));
    }

    private Answer answer(String id, boolean withCharge) {
        Intent intent = intents.get(id);
        boolean held = intent.status.equals("requires_capture");
        String charge = held || intent.received > 0
                ? withCharge
                        ? Recorded.json("charge", Map.of("ID", id, "MULTICAPTURE", intent.multicapture))
                        : "\"ch_" + id + "\""
                : "null";
        return new Answer(
                200,
                Recorded.json(
                        "payment_intent",
                        Map.of(
                                "ID",
                                id,
                                "AMOUNT",
                                intent.amount,
                                "CAPTURABLE",
                                held ? intent.amount - intent.received : 0,
                                "RECEIVED",
                                intent.received,
                                "ERROR",
                                "null",
                                "CHARGE",
                                charge,
                                "METADATA",
                                object(intent.metadata),
                                "STATUS",
                                intent.status)));
    }

    private static String json(Refund refund) {
        return Recorded.json(
                "refund",
                Map.of(
                        "ID", refund.id(),
                        "AMOUNT", refund.amount(),
                        "INTENT", refund.intent(),
                        "FAILURE", refund.status().equals("failed") ? "\"lost_or_stolen_card\"" : "null",
                        "METADATA", object(refund.metadata()),
                        "STATUS", refund.status()));
    }

    static String object(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> "\"" + value.getKey() + "\":\"" + value.getValue() + "\"")
                .collect(joining(",", "{", "}"));
    }

    private static void metadata(Map<String, String> form, Map<String, String> metadata) {
        form.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
    }

    private static Map<String, String> form(String text) {
        Supplier<Map<String, String>> ordered = LinkedHashMap::new;
        return Arrays.stream(text.split("&", -1))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> second,
                        ordered));
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
