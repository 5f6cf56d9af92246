package io.waybill.simulator;

/**
 * What a card does, by its token.
 *
 * <table>
 * <caption>The tokens</caption>
 * <tr><th>token</th><th>what the card does</th></tr>
 * <tr><td>{@code tok_approve}</td><td>pays, and takes refunds</td></tr>
 * <tr><td>{@code tok_decline}</td><td>is declined: 402 {@code CARD_DECLINED}</td></tr>
 * <tr><td>{@code tok_insufficient_funds}</td><td>is declined: 402 {@code INSUFFICIENT_FUNDS}</td></tr>
 * <tr><td>{@code tok_timeout}</td><td>holds the amount and never says so; only a void gives it back</td></tr>
 * <tr><td>{@code tok_slow}</td><td>approves, but takes its time</td></tr>
 * <tr><td>{@code tok_error_once}</td><td>fails the first request with a key, and approves the second</td></tr>
 * <tr><td>{@code tok_refuse_capture}</td><td>holds the amount and does not give it: 402 {@code CAPTURE_REFUSED}</td></tr>
 * <tr><td>{@code tok_refuse_refund}</td><td>pays and takes nothing back: 402 {@code REFUND_REFUSED}</td></tr>
 * <tr><td>any other</td><td>is not known: 402 {@code UNKNOWN_CARD}</td></tr>
 * </table>
 */
enum Card {
    APPROVE("tok_approve"),
    DECLINE("tok_decline"),
    INSUFFICIENT_FUNDS("tok_insufficient_funds"),
    TIMEOUT("tok_timeout"),
    SLOW("tok_slow"),
    ERROR_ONCE("tok_error_once"),
    REFUSE_CAPTURE("tok_refuse_capture"),
    REFUSE_REFUND("tok_refuse_refund"),
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
            case APPROVE, TIMEOUT, SLOW, ERROR_ONCE, REFUSE_CAPTURE, REFUSE_REFUND -> true;
            case DECLINE, INSUFFICIENT_FUNDS, UNKNOWN -> false;
        };
    }
}
