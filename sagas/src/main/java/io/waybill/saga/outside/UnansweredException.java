package io.waybill.saga.outside;

/**
 * A provider that answers others has not answered this for longer than anybody wants to wait. The event is parked, so that
 * the others need not wait for it; an operator can have it asked again.
 */
public final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message) {
        super(message);
    }
}
