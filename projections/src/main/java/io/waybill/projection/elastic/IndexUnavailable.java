package io.waybill.projection.elastic;

/** An index could not do what was asked, for a reason that has nothing to do with the documents at hand. */
final class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexUnavailable(String message) {
        super(message);
    }
}
