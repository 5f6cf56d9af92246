package io.waybill.contract;

import java.util.UUID;

/** Reads UUIDs as RFC 9562 writes them. The JDK takes shortened ones as well, which would give one thing many names. */
public final class Uuids {
    private static final int LENGTH = 36;

    private Uuids() {}

    /** @throws IllegalArgumentException if the text is not a UUID of 36 characters */
    public static UUID of(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID of 36 characters");
        }
        return UUID.fromString(text);
    }
}
