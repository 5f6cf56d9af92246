package io.waybill.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;

/** Constraints that the generator does not know: ranges, blanks, and the house's own, whose message says what they ask for. */
final class Bounds implements PropertyCustomizer, ParameterCustomizer {
    private static final String OWN = "io.waybill.";
    /** At least one character that is not white space. */
    private static final String NOT_BLANK = "\\S";

    @Override
    @SuppressWarnings("rawtypes") // the interface has it so
    public Schema<?> customize(Schema property, AnnotatedType type) {
        Annotation[] annotations = type.getCtxAnnotations();
        if (annotations != null) {
            bound(property, List.of(annotations));
        }
        return property;
    }

    @Override
    public @Nullable Parameter customize(@Nullable Parameter parameter, MethodParameter method) {
        if (parameter != null && parameter.getSchema() != null) {
            bound(parameter.getSchema(), List.of(method.getParameterAnnotations()));
        }
        return parameter;
    }

    private static void bound(Schema<?> schema, List<Annotation> annotations) {
        annotations.forEach(annotation -> {
            switch (annotation) {
                case Range range ->
                    schema.minimum(BigDecimal.valueOf(range.min())).maximum(BigDecimal.valueOf(range.max()));
                case NotBlank _ when schema.getPattern() == null -> schema.pattern(NOT_BLANK);
                default -> {}
            }
        });
        String own = annotations.stream().flatMap(Bounds::message).collect(Collectors.joining("; "));
        if (!own.isEmpty()) {
            schema.description(Stream.of(schema.getDescription(), own)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" – ")));
        }
    }

    private static Stream<String> message(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        boolean own = type.getName().startsWith(OWN)
                && Arrays.stream(type.getAnnotations()).anyMatch(Constraint.class::isInstance);
        return own && AnnotationUtils.getValue(annotation, "message") instanceof String message
                ? Stream.of(message)
                : Stream.empty();
    }
}
