package io.waybill.query.parameter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does what {@link Sparse} says: refuses fields that there are not before anything is read, and leaves out the others after. */
@RestControllerAdvice
final class SparseAnswers implements ResponseBodyAdvice<Object>, HandlerInterceptor, WebMvcConfigurer {
    private static final String ASKED = SparseAnswers.class.getName();
    private static final String ITEMS = "items";

    private final JsonMapper json;

    SparseAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String fields = request.getParameter(Sparse.PARAMETER);
        Sparse sparse = handler instanceof HandlerMethod endpoint ? endpoint.getMethodAnnotation(Sparse.class) : null;
        if (fields != null && sparse != null) {
            request.setAttribute(ASKED, asked(fields, sparse.value()));
        }
        return true;
    }

    private static Set<String> asked(String fields, Class<? extends Record> type) {
        List<String> known = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        Set<String> asked = new LinkedHashSet<>();
        for (String field : fields.split(",", -1)) {
            if (!known.contains(field)) {
                throw Parameters.invalid(
                        Sparse.PARAMETER, "has '" + field + "': there are " + String.join(", ", known));
            }
            asked.add(field);
        }
        return asked;
    }

    @Override
    public boolean supports(MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return endpoint.hasMethodAnnotation(Sparse.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter endpoint,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Object asked = request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getAttribute(ASKED)
                : null;
        if (body == null || !(asked instanceof Set<?> fields)) {
            return body;
        }
        ObjectNode whole = json.valueToTree(body);
        JsonNode items = whole.get(ITEMS);
        if (items == null) {
            keep(whole, fields);
        } else {
            items.forEach(item -> keep((ObjectNode) item, fields));
        }
        return whole;
    }

    private static void keep(ObjectNode object, Set<?> fields) {
        List.copyOf(object.propertyNames()).stream()
                .filter(name -> !fields.contains(name))
                .forEach(object::remove);
    }
}
