package io.waybill.query.fulfilment;

import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /payments/{id}}, {@code GET /shipments/{id}} and {@code GET /returns/{id}}: each with its own version as its
 * entity tag; 304 if the client has that already.
 */
@RestController
class PartsApi {
    private final Lives lives;

    PartsApi(Lives lives) {
        this.lives = lives;
    }

    @GetMapping("/api/{version}/payments/{id}")
    ResponseEntity<Payment> payment(@PathVariable UUID id) {
        Payment payment = lives.payment(id).orElseThrow(() -> notFound("PAYMENT_NOT_FOUND", "payment"));
        return answer(payment, payment.version());
    }

    @GetMapping("/api/{version}/shipments/{id}")
    ResponseEntity<Shipment> shipment(@PathVariable UUID id) {
        Shipment shipment = lives.shipment(id).orElseThrow(() -> notFound("SHIPMENT_NOT_FOUND", "shipment"));
        return answer(shipment, shipment.version());
    }

    @GetMapping("/api/{version}/returns/{id}")
    ResponseEntity<Return> returned(@PathVariable UUID id) {
        Return found = lives.returned(id).orElseThrow(() -> notFound("RETURN_NOT_FOUND", "return"));
        return answer(found, found.version());
    }

    private static <T> ResponseEntity<T> answer(T body, long version) {
        return ResponseEntity.ok().eTag(new EntityTag(version).toString()).body(body);
    }

    private static ApiProblem notFound(String reason, String what) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                reason,
                "There is no such " + what + ", or its beginning has not reached this view yet.");
    }
}
