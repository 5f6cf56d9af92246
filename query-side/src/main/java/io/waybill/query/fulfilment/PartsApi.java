package io.waybill.query.fulfilment;

import io.waybill.query.watch.Freshness;
import io.waybill.query.watch.Wanted;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /payments/{id}}, {@code GET /shipments/{id}} and {@code GET /returns/{id}}: each with its own version as its
 * entity tag; 304 if the client has that already; {@code minVersion} waits for it.
 */
@RestController
class PartsApi {
    private final Lives lives;
    private final Freshness freshness;

    PartsApi(Lives lives, Freshness freshness) {
        this.lives = lives;
        this.freshness = freshness;
    }

    @GetMapping("/api/{version}/payments/{id}")
    ResponseEntity<Payment> payment(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return answer(
                id,
                Wanted.of(minVersion, prefer),
                lives::payment,
                Payment::version,
                () -> notFound("PAYMENT_NOT_FOUND", "payment"));
    }

    @GetMapping("/api/{version}/shipments/{id}")
    ResponseEntity<Shipment> shipment(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return answer(
                id,
                Wanted.of(minVersion, prefer),
                lives::shipment,
                Shipment::version,
                () -> notFound("SHIPMENT_NOT_FOUND", "shipment"));
    }

    @GetMapping("/api/{version}/returns/{id}")
    ResponseEntity<Return> returned(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return answer(
                id,
                Wanted.of(minVersion, prefer),
                lives::returned,
                Return::version,
                () -> notFound("RETURN_NOT_FOUND", "return"));
    }

    private <T> ResponseEntity<T> answer(
            UUID id,
            Wanted wanted,
            Function<UUID, Optional<T>> view,
            ToLongFunction<T> version,
            Supplier<ApiProblem> missing) {
        T part = freshness.read(id, wanted, () -> view.apply(id), version, missing);
        return ResponseEntity.ok()
                .eTag(new EntityTag(version.applyAsLong(part)).toString())
                .body(part);
    }

    private static ApiProblem notFound(String reason, String what) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                reason,
                "There is no such " + what + ", or its beginning has not reached this view yet.");
    }
}
