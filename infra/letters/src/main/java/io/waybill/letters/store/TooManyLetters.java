package io.waybill.letters.store;

/** The processor has parked as much as it may. Not one event is at fault then, but the processor: it stops instead. */
public final class TooManyLetters extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLetters(String message) {
        super(message);
    }
}
