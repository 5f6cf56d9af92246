package io.waybill.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The version of an entity as an HTTP entity tag (RFC 9110, section 8.8.3): {@code "7"}, with its quotes.
 *
 * @param version 0 for the first
 */
public record EntityTag(long version) {
    private static final String DIGEST_FOLLOWS = "-";

    /** Enough that no two answers about one entity ever meet. */
    private static final int DIGEST_BYTES = 8;

    public EntityTag {
        if (version < 0) {
            throw new IllegalArgumentException("a version is never negative");
        }
    }

    /**
     * Whether the client has this version already, so that 304 answers it. Tags are compared weakly, as the RFC asks for
     * {@code If-None-Match}; a list and {@code *} are understood; what is not a tag of ours matches nothing.
     */
    public boolean isIn(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.trim();
            if (tag.equals("*") || tag.equals(toString()) || tag.equals("W/" + this)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The tag of an answer that holds more than the entity: {@code "7-0f3c…"}, the entity's version and a digest of all that
     * is answered. It is strong in the sense of the RFC, since another content has another tag; and a command whose
     * {@code If-Match} has it, goes by the version in it.
     *
     * @param content the whole answer, as it is sent
     */
    public static String of(long version, byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + version + DIGEST_FOLLOWS + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "\"";
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    /** Whether a strong tag was given out for this version of the entity, with or without a digest behind it. */
    boolean isVersionOf(String tag) {
        String begin = "\"" + version;
        return tag.equals(toString()) || tag.startsWith(begin + DIGEST_FOLLOWS);
    }

    /** The value for the {@code ETag} header. */
    @Override
    public String toString() {
        return "\"" + version + "\"";
    }
}
