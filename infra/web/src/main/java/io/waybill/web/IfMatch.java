package io.waybill.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The condition that a client put on a change (RFC 9110, section 13.1.1): it is made only to a version that the client
 * knows.
 *
 * @param any {@code *}: whatever the version, as long as there is one
 * @param tags the strong ones of the list, with their quotes; a weak one never matches here, because comparison is strong
 */
public record IfMatch(boolean any, Set<String> tags) {
    /** One element of a list, which may be empty (RFC 9110, section 5.6.1), and the comma behind it. */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(?<tag>(?:W/)?\"[!#-~\\x80-\\xff]*\")[ \\t]*)?(?:,|\\z)");

    private static final String WEAK = "W/";

    public IfMatch {
        tags = Set.copyOf(tags);
    }

    /**
     * Reads the header.
     *
     * @param text all its lines, joined with commas
     * @throws ApiProblem (400, INVALID_ENTITY_TAG) if it is neither {@code *} nor a list of one entity tag or more; a tag
     *     that this service never gave is well-formed, and matches nothing
     */
    public static IfMatch of(String text) {
        if (text.strip().equals("*")) {
            return new IfMatch(true, Set.of());
        }
        Set<String> all = new HashSet<>();
        Matcher element = ELEMENT.matcher(text);
        for (int at = 0; at < text.length(); at = element.end()) {
            if (!element.region(at, text.length()).lookingAt()) {
                throw malformed();
            }
            if (element.group("tag") != null) {
                all.add(element.group("tag"));
            }
        }
        if (all.isEmpty()) {
            throw malformed();
        }
        all.removeIf(tag -> tag.startsWith(WEAK));
        return new IfMatch(false, all);
    }

    /** @param version of what is to be changed; empty if there is no such thing yet, which nothing matches */
    public boolean allows(Optional<Long> version) {
        return version.isPresent() && (any || tags.stream().anyMatch(new EntityTag(version.get())::isVersionOf));
    }

    private static ApiProblem malformed() {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "INVALID_ENTITY_TAG",
                "If-Match has to be * or a list of entity tags.",
                List.of(FieldError.ofHeader(HttpHeaders.IF_MATCH, "must look like \"7\", with the quotes")));
    }
}
