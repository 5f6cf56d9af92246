package io.waybill.simulator;

/** What a card does, by its token. */
enum Card {
    APPROVE("tok_approve"),
    DECLINE("tok_decline"),
    INSUFFICIENT_FUNDS("tok_insufficient_funds"),
    /** Holds the amount and never says so: only a void gives it back. */
    TIMEOUT("tok_timeout"),
    /** Approves, but takes its time. */
    SLOW("tok_slow"),
    /** Fails the first request with a key, and approves the second. */
    ERROR_ONCE("tok_error_once"),
    /** Any other token. */
    UNKNOWN("");

    private final String token;

    Card(String token) {
        this.token = token;
    }

    static Card of(String token) {
        for (Card card : values()) {
            if (card.token.equals(token)) {
                return card;
            }
        }
        return UNKNOWN;
    }

    boolean holds() {
        return switch (this) {
            case APPROVE, TIMEOUT, SLOW, ERROR_ONCE -> true;
            case DECLINE, INSUFFICIENT_FUNDS, UNKNOWN -> false;
        };
    }
}
