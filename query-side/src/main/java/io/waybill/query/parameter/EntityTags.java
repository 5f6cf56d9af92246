package io.waybill.query.parameter;

import io.waybill.web.EntityTag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives each answer that has none yet an entity tag, a digest of what is sent; so an answer is written as JSON once, not
 * once more for its tag. Who has the same already gets 304.
 */
public final class EntityTags extends ShallowEtagHeaderFilter {
    private static final String VERSION = EntityTags.class.getName();

    EntityTags() {}

    /** Has the answer's tag begin with the version of the entity that the answer is about, as {@link EntityTag#of} says. */
    public static void beginWith(long version, HttpServletRequest request) {
        request.setAttribute(VERSION, version);
    }

    @Override
    protected String generateETagHeaderValue(InputStream content, boolean weak) throws IOException {
        return RequestContextHolder.currentRequestAttributes().getAttribute(VERSION, RequestAttributes.SCOPE_REQUEST)
                        instanceof Long version
                ? EntityTag.of(version, content.readAllBytes())
                : super.generateETagHeaderValue(content, weak);
    }
}
