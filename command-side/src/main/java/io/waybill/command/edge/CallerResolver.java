package io.waybill.command.edge;

import io.waybill.command.dispatch.Caller;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import io.waybill.web.IfMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads a {@link Caller} from the request's headers: {@code X-Actor}, {@code X-Correlation-Id}, {@code Idempotency-Key},
 * {@code If-Match}. The actor is what the client says; nobody has proved it.
 */
final class CallerResolver implements HandlerMethodArgumentResolver {
    static final String ACTOR = "X-Actor";
    static final String CORRELATION_ID = "X-Correlation-Id";
    static final int LONGEST = 255;

    private static final String NOBODY = "anonymous";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String actor = header(request, ACTOR);
        String[] key = request.getHeaderValues(IdempotencyKey.HEADER);
        String[] ifMatch = request.getHeaderValues(HttpHeaders.IF_MATCH);
        return Caller.atEdge(
                actor == null ? NOBODY : actor,
                header(request, CORRELATION_ID),
                key == null ? null : "api:" + IdempotencyKey.of(key),
                ifMatch == null ? null : IfMatch.of(String.join(",", ifMatch)));
    }

    private static @Nullable String header(NativeWebRequest request, String name) {
        String value = request.getHeader(name);
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_HEADER",
                    "The header " + name + " is not usable.",
                    List.of(FieldError.ofHeader(name, "must have 1 to " + LONGEST + " printable characters")));
        }
        return text;
    }
}
