package io.waybill.cli.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a request is repeated: twice as long each time, never the same for all, at least as asked. */
final class Backoff {
    /** With the waits below, a server may be away for about half a minute. */
    static final int MAX_ATTEMPTS = 12;

    /** Who has never answered is not away but elsewhere, or was never started. */
    static final int FIRST_CONTACT_ATTEMPTS = 3;

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Whatever the server asks for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Backoff() {}

    /** @param attempt the one that failed, from 1 */
    static Duration after(int attempt, Duration asked) {
        long doubled = FIRST.toMillis() << Math.min(attempt - 1, 10);
        long most = Math.min(doubled, LONGEST.toMillis());
        Duration own = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        return own.compareTo(asked) < 0 ? asked : own;
    }

    /** Whether the same request may be answered better in a moment. A conflict only if the server says when. */
    static boolean isWorthRepeating(HttpResponse<?> response) {
        return switch (response.statusCode()) {
            case 429, 502, 503, 504 -> true;
            case 409 -> retryAfter(response).isPresent();
            default -> false;
        };
    }

    static Duration asked(HttpResponse<?> response) {
        return retryAfter(response).orElse(Duration.ZERO);
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(asked -> asked.compareTo(PATIENCE) > 0 ? PATIENCE : asked);
    }
}
