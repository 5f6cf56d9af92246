package io.waybill.web;

import org.jspecify.annotations.Nullable;

/**
 * The version of an entity as an HTTP entity tag (RFC 9110, section 8.8.3): {@code "7"}, with its quotes.
 *
 * @param version 0 for the first
 */
public record EntityTag(long version) {
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

    /** The value for the {@code ETag} header. */
    @Override
    public String toString() {
        return "\"" + version + "\"";
    }
}
