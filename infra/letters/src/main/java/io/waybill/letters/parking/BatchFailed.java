package io.waybill.letters.parking;

/** A batch ends because of something that passes by itself. */
final class BatchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BatchFailed(Throwable cause) {
        super(cause.toString(), cause);
    }
}
