package io.waybill.web.problem;

import io.waybill.web.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a query parameter that the endpoint does not have, that comes twice, that has what no database can store, or that
 * is not what is asked for: a mistyped filter must not be answered as if there were none.
 */
final class OnlyKnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Map<HandlerMethod, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A form's fields are no parameters of the query; what is no JSON is refused by whoever reads the body.
        if (handler instanceof HandlerMethod endpoint && request.getQueryString() != null) {
            Map<String, Class<?>> types = known.computeIfAbsent(endpoint, OnlyKnownParameters::parameters);
            request.getParameterMap().forEach((name, values) -> check(name, values, types));
        }
        return true;
    }

    private static void check(String name, String[] values, Map<String, Class<?>> types) {
        Class<?> type = types.get(name);
        if (type == null) {
            throw refused(
                    name,
                    types.isEmpty()
                            ? "is unknown: there are no parameters here"
                            : "is unknown: there are " + String.join(", ", types.keySet()));
        }
        if (values.length > 1) {
            throw refused(name, "must not come twice");
        }
        if (values[0].indexOf('\0') >= 0) {
            throw refused(name, "must not hold the character U+0000");
        }
        if (type != String.class && isBent(values[0], type)) {
            throw refused(name, "must be " + TypeNames.of(type));
        }
    }

    /** What the framework would take: for the default where it is empty, and "yes", "on" and "1" for true. */
    private static boolean isBent(String value, Class<?> type) {
        return value.isEmpty() || (type == boolean.class && !value.equals("true") && !value.equals("false"));
    }

    private static RuntimeException refused(String name, String detail) {
        return ParameterFaults.invalid(List.of(FieldError.ofParameter(name, detail)));
    }

    private static Map<String, Class<?>> parameters(HandlerMethod endpoint) {
        Map<String, Class<?>> types = new TreeMap<>();
        Arrays.stream(endpoint.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .forEach(parameter -> types.put(name(parameter), parameter.getParameterType()));
        return types;
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        return Objects.requireNonNull(parameter.getParameterName(), "compiled with -parameters");
    }
}
