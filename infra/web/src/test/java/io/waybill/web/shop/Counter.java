package io.waybill.web.shop;

import io.waybill.web.ApiProblem;
import io.waybill.web.log.ServiceName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/shop")
class Counter {
    @PostMapping("/baskets")
    Basket echo(@Valid @RequestBody Basket basket) {
        return basket;
    }

    @GetMapping("/baskets")
    Map<String, Object> page(
            @RequestParam @Min(1) @Max(100) int limit,
            @RequestParam(required = false) Basket.Colour colour,
            @RequestHeader(name = "X-Actor", required = false) @Size(max = 5) String actor) {
        return Map.of("limit", limit);
    }

    @GetMapping("/baskets/{id}")
    Map<String, Object> one(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    @GetMapping("/failures/{kind}")
    void fail(@PathVariable String kind) throws SQLException {
        switch (kind) {
            case "pool" -> throw new IllegalStateException(new SQLTransientConnectionException("timed out"));
            case "shutdown" -> throw new CompletionException(new SQLException("terminating", "57P01"));
            case "constraint" -> throw new SQLException("secret table name", "23505");
            case "mapped" -> throw new CompletionException(new Shop.ShopClosed());
            case "busy" ->
                throw new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "BUSY", "Too much.")
                        .retryAfter(Duration.ofMillis(1_200));
            default -> throw new IllegalStateException("secret");
        }
    }

    @GetMapping("/thread")
    Map<String, Object> thread() {
        return Map.of(
                "virtual", Thread.currentThread().isVirtual(),
                "service", ServiceName.current(),
                "trace", MDC.get("traceId"));
    }
}
