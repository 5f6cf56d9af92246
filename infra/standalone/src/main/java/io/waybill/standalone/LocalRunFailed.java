package io.waybill.standalone;

import org.jspecify.annotations.Nullable;

/** The local run cannot do what was asked. The message is fit for the user, and all that the user is shown. */
final class LocalRunFailed extends RuntimeException {
    LocalRunFailed(String message) {
        this(message, null);
    }

    LocalRunFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
