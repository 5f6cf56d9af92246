package io.waybill.testing;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that no other test uses. */
final class Names {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 6;

    private Names() {}

    /** In small letters, digits and one underscore: legal for a role, a database, a topic and an index. */
    static String random(String kind) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return kind + "_" + HexFormat.of().formatHex(bytes);
    }
}
