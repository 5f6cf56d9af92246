package io.waybill.servers;

/** A server did not start, did not become ready in time, or cannot be started here. The message is fit for a user. */
public final class ServerFailed extends RuntimeException {
    ServerFailed(String message) {
        super(message);
    }

    ServerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
