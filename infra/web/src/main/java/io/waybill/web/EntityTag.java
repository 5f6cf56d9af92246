package io.waybill.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The version of an entity as an HTTP entity tag (RFC 9110, section 8.8.3): {@code "7"}, with its quotes.
 *
 * @param version 0 for the first
 */
public record EntityTag(long version) {
    // Eighteen digits always fit into a long.
    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    public EntityTag {
        if (version < 0) {
            throw new IllegalArgumentException("a version is never negative");
        }
    }

    /**
     * Reads the tag that a client sent in {@code If-Match}.
     *
     * @throws ApiProblem (400, INVALID_ENTITY_TAG) if the text is not one strong tag of ours
     */
    public static EntityTag ofIfMatch(String text) {
        Matcher matcher = STRONG.matcher(text.trim());
        if (!matcher.matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_ENTITY_TAG",
                    "If-Match has to be one entity tag as this service gave it.",
                    List.of(FieldError.ofHeader(HttpHeaders.IF_MATCH, "must look like \"7\", with the quotes")));
        }
        return new EntityTag(Long.parseLong(matcher.group(1)));
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
