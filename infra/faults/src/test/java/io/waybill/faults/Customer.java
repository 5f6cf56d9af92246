package io.waybill.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends commands as a careful client does: one key for each, and the same request with the same key again until somebody
 * says what became of it.
 */
final class Customer {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration GIVES_UP = Duration.ofMinutes(12);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(300);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERRORS = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;
    private final Ledger ledger;

    /** @param base of the gateway, or of one node */
    Customer(String base, Ledger ledger) {
        this.base = base;
        this.ledger = ledger;
    }

    void register(String sku) {
        command("/api/v1/products", """
                {"sku":"%s","name":"A thing","price":{"amount":"2.55","currency":"GBP"}}""".formatted(sku));
    }

    void receive(String sku, int pieces) {
        if (command("/api/v1/stock/" + sku + "/MAIN/receipts", "{\"quantity\":" + pieces + "}") != null) {
            ledger.received(pieces);
        }
    }

    /**
     * Orders so many pieces.
     *
     * @param card a token of the simulated provider, {@code tok_approve} for one that pays
     * @return the order's id, or null where it was refused
     */
    @Nullable
    String order(String sku, int pieces, String card) {
        Answered answer = command("/api/v1/orders", """
                {"lines":[{"sku":"%s","quantity":%d}],"shipTo":{"country":"GB"},"payment":{"cardToken":"%s"}}\
                """.formatted(sku, pieces, card));
        if (answer == null) {
            return null;
        }
        String order =
                JsonMapper.shared().readTree(answer.body()).path("orderId").asString();
        if (answer.repeated()) {
            ledger.repeated(order, answer.lastSent());
        }
        ledger.placed(order, card.equals("tok_approve"));
        return order;
    }

    /** The answer of success, or null for a refusal. */
    private @Nullable Answered command(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        long deadline = System.nanoTime() + GIVES_UP.toNanos();
        boolean repeated = false;
        while (true) {
            ledger.sent(repeated);
            Instant sent = Instant.now();
            HttpResponse<String> answer = send(request);
            if (answer != null && (answer.statusCode() == CREATED || answer.statusCode() == OK)) {
                ledger.acknowledged();
                return new Answered(answer.body(), repeated, sent);
            }
            if (answer != null && isRefusal(answer)) {
                ledger.refused();
                return null;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody answered " + path + " within " + GIVES_UP);
            }
            if (answer != null && !isProblem(answer)) {
                ledger.unclear(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
            }
            repeated = true;
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
        }
    }

    /** @param lastSent when the attempt set out that was answered */
    private record Answered(String body, boolean repeated, Instant lastSent) {}

    private static boolean isRefusal(HttpResponse<String> answer) {
        boolean comeAgain = answer.statusCode() == CONFLICT
                && answer.headers().firstValue("Retry-After").isPresent();
        return answer.statusCode() < SERVER_ERRORS && !comeAgain;
    }

    /** RFC 9457: also on its worst day the product says what is wrong. */
    private static boolean isProblem(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter("application/problem+json"::equals)
                .isPresent();
    }

    private @Nullable HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unknown) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
