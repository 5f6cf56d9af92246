package io.waybill.gateway;

import io.waybill.web.ApiProblem;
import io.waybill.web.ProblemMapping;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/** Says which problem it is when an upstream does not answer: 503 where it cannot have begun, else 504 or 502. */
@Component
final class UpstreamFaults implements ProblemMapping {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public Optional<ApiProblem> problemOf(Throwable thrown) {
        return thrown instanceof ResourceAccessException e && e.getCause() instanceof IOException cause
                ? Optional.of(problemOf(cause).retryAfter(RETRY_AFTER))
                : Optional.empty();
    }

    private static ApiProblem problemOf(IOException cause) {
        return switch (cause) {
            case ConnectException e -> away();
            case HttpConnectTimeoutException e -> away();
            case HttpTimeoutException e ->
                new ApiProblem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "UPSTREAM_TIMEOUT",
                        "The service behind this address did not answer in time; it may have done what was asked."
                                + " Repeat it with the same Idempotency-Key.");
            case IOException e ->
                new ApiProblem(
                        HttpStatus.BAD_GATEWAY,
                        "UPSTREAM_BROKE_OFF",
                        "The service behind this address broke off; it may have done what was asked."
                                + " Repeat it with the same Idempotency-Key.");
        };
    }

    private static ApiProblem away() {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "UPSTREAM_UNAVAILABLE",
                "The service behind this address is away. Nothing was done; try again shortly.");
    }
}
