package io.waybill.eventing.personal;

import org.jspecify.annotations.Nullable;

/** Whether personal data can be read cannot be told now; no event's fault, and it passes. */
public final class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeysUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
