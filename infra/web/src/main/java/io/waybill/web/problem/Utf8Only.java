package io.waybill.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that says it is in another encoding than UTF-8: JSON has no other (RFC 8259, section 8.1). */
final class Utf8Only extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Charset charset = charset(request.getContentType());
        if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        }
    }

    private static @Nullable Charset charset(@Nullable String contentType) {
        try {
            return contentType == null
                    ? null
                    : MediaType.parseMediaType(contentType).getCharset();
        } catch (InvalidMediaTypeException unreadable) {
            // What it is, whoever reads the body refuses.
            return null;
        }
    }
}
