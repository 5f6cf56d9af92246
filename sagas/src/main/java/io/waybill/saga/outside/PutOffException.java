package io.waybill.saga.outside;

/** A provider is to be asked again later: no event's fault, so the batch is taken again as it is. */
public final class PutOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PutOffException(String message) {
        super(message);
    }
}
