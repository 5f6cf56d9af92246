package io.waybill.saga.outside;

/** A provider gave no sign of life. */
final class LifelessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LifelessException(Throwable cause) {
        super(cause);
    }
}
