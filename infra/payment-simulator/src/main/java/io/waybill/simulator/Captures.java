package io.waybill.simulator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The provider's API for what is held: takes it and gives it back, in parts. The id in the path makes repeating safe. */
@RestController
@RequestMapping("/payments/{paymentId}")
final class Captures {
    private static final int MAX_ID = 64;

    private final Ledger ledger;

    Captures(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Takes a part of what is held. */
    @PutMapping("/captures/{capture}")
    Payment capture(
            @PathVariable @Size(max = MAX_ID) String paymentId,
            @PathVariable @Size(max = MAX_ID) String capture,
            @Valid @RequestBody Part part) {
        return ledger.capture(paymentId, capture, part.amount());
    }

    /** Gives a part of what was captured back. */
    @PutMapping("/refunds/{refund}")
    Payment refund(
            @PathVariable @Size(max = MAX_ID) String paymentId,
            @PathVariable @Size(max = MAX_ID) String refund,
            @Valid @RequestBody Part part) {
        return ledger.refund(paymentId, refund, part.amount());
    }
}
