package io.waybill.projection.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 64 bits of what a document says. */
final class DocumentHash {
    private DocumentHash() {}

    /** A record's text holds all its fields, so equal hashes mean equal documents. */
    static long of(Document document) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                            .digest(document.toString().getBytes(UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
