package io.waybill.saga.outside;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/** Tells by a failure whether a provider that speaks HTTP has heard the question. */
public final class Unreached {
    /** Our key is wrong, or it is too busy or closed: it did not look at what it was asked. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 403, 429, 503);

    /** Causes of causes that are looked at: an exception may be its own cause by a detour. */
    private static final int MAX_DEPTH = 20;

    private Unreached() {}

    /** Whether there was no connection, or an answer that says so. */
    public static boolean by(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            switch (cause) {
                case ConnectException refused -> {
                    return true;
                }
                case NoRouteToHostException cut -> {
                    return true;
                }
                case UnknownHostException nowhere -> {
                    return true;
                }
                case HttpConnectTimeoutException silent -> {
                    return true;
                }
                case RestClientResponseException answer -> {
                    return saysSo(answer.getStatusCode().value());
                }
                default -> cause = cause.getCause();
            }
        }
        return false;
    }

    /** Whether an answer with this HTTP status says so. */
    public static boolean saysSo(int status) {
        return NOT_LOOKED_AT.contains(status);
    }
}
