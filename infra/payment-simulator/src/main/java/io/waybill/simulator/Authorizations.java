package io.waybill.simulator;

import io.waybill.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The provider's API for authorizations. */
@RestController
final class Authorizations {
    private static final int MAX_KEY = 255;

    private final Ledger ledger;
    private final Patience patience;
    private final SimulatorSettings settings;

    Authorizations(Ledger ledger, Patience patience, SimulatorSettings settings) {
        this.ledger = ledger;
        this.patience = patience;
        this.settings = settings;
    }

    /** Holds the amount on the card, and answers, or does not, as the card's token says. */
    @PostMapping("/authorizations")
    @ResponseStatus(HttpStatus.CREATED)
    Payment authorize(
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = MAX_KEY) String key,
            @Valid @RequestBody AuthorizationRequest request) {
        boolean first = ledger.isNew(key, request);
        Card card = Card.of(request.cardToken());
        if (card == Card.ERROR_ONCE && first) {
            throw new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "It failed, as it was told to.");
        }
        Payment payment = ledger.authorize(request);
        return switch (card) {
            case APPROVE, ERROR_ONCE, REFUSE_CAPTURE, REFUSE_REFUND -> payment;
            case SLOW -> {
                patience.pause(settings.slow());
                yield payment;
            }
            case TIMEOUT -> throw patience.neverAnswer();
            case DECLINE -> throw declined("CARD_DECLINED", "The card was declined.");
            case INSUFFICIENT_FUNDS -> throw declined("INSUFFICIENT_FUNDS", "The card does not cover the amount.");
            case UNKNOWN -> throw declined("UNKNOWN_CARD", "No card has this token.");
        };
    }

    /** Gives back what is held. Repeating it, or voiding what was never held, is no error. */
    @DeleteMapping("/payments/{paymentId}/authorization")
    Payment voidAuthorization(@PathVariable @Size(max = 64) String paymentId) {
        return ledger.release(paymentId);
    }

    @GetMapping("/payments/{paymentId}")
    Payment payment(@PathVariable String paymentId) {
        return ledger.find(paymentId)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "PAYMENT_NOT_FOUND", "No such payment was ever asked for."));
    }

    private static ApiProblem declined(String reason, String detail) {
        return new ApiProblem(HttpStatus.PAYMENT_REQUIRED, reason, detail);
    }
}
