package io.waybill.saga.step;

import org.jspecify.annotations.Nullable;

/** A step's command could not be found out or delivered; its batch is rolled back and taken again. */
final class StepNotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepNotTakenException(@Nullable Throwable cause) {
        super("a step could not be taken: " + cause, cause);
    }
}
