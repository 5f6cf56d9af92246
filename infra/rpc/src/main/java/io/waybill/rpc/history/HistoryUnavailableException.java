package io.waybill.rpc.history;

import org.jspecify.annotations.Nullable;

/** The command side did not tell a history; it passes. */
public final class HistoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
