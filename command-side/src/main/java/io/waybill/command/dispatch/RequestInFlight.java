package io.waybill.command.dispatch;

/** The same request is under way, here or on another node. What comes of it is known in a moment, so ask again. */
public final class RequestInFlight extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestInFlight(String key) {
        // An answer, not a bug: nobody needs to know where it was made.
        super("a request with the key " + key + " is under way", null, false, false);
    }
}
