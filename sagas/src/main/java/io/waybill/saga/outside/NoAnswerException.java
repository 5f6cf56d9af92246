package io.waybill.saga.outside;

/** A provider did not answer. */
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unheard;

    NoAnswerException(boolean unheard, String message, Throwable cause) {
        super(message, cause);
        this.unheard = unheard;
    }

    /** Whether it could not even be asked, or answers nobody; otherwise it may have done what it was asked. */
    public boolean unheard() {
        return unheard;
    }
}
