package io.waybill.web.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values as JSON has them. A record that is written as one text is a text; its pattern is what the record itself checks,
 * the constant {@value #PATTERN}, or what the values have that it is made of. What is nested is named after its outer
 * type as well, since many an endpoint has an {@code Item}.
 */
final class ValueSchemas implements ModelConverter {
    /** The name of the constant that holds what a value's text may be. */
    static final String PATTERN = "ALLOWED";

    private static final String OWN = "io.waybill.";
    /** One to 15 digits and up to nine decimals: what {@code MoneyFields} takes. */
    private static final String AMOUNT = "^-?\\d{1,15}(\\.\\d{1,9})?$";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = rawClass(type.getType());
        if (raw == Money.class || raw == BigMoney.class) {
            return money();
        }
        if (raw == CurrencyUnit.class) {
            return currency();
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return new JsonSchema().description("Any JSON.");
        }
        if (raw.isRecord() && isText(raw)) {
            return text(raw);
        }
        if (raw.isRecord() && raw.getName().startsWith(OWN)) {
            type.setName(name(raw));
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    /** The names of the classes that it stands in, one after the other, without what the house calls its endpoints. */
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : name(outer).replaceFirst("(Controller|Api)$", "") + type.getSimpleName();
    }

    private static Class<?> rawClass(@Nullable Type type) {
        return type == null
                ? Object.class
                : TypeFactory.defaultInstance().constructType(type).getRawClass();
    }

    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class))
                || Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    private static Schema<?> text(Class<?> type) {
        Schema<?> schema = new JsonSchema().typesItem("string").description(Words.of(type));
        RecordComponent[] parts = type.getRecordComponents();
        if (parts.length == 1 && parts[0].getType() == UUID.class) {
            return schema.format("uuid");
        }
        String pattern = pattern(type);
        return pattern == null ? schema : schema.pattern(pattern);
    }

    private static @Nullable String pattern(Class<?> type) {
        try {
            Field allowed = type.getDeclaredField(PATTERN);
            allowed.setAccessible(true);
            return "^" + ((Pattern) allowed.get(null)).pattern() + "$";
        } catch (NoSuchFieldException composed) {
            return null;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Schema<?> money() {
        Schema<?> amount = new JsonSchema()
                .types(Set.of("string", "number"))
                .pattern(AMOUNT)
                .description("A decimal. Answers have it as text, which loses nothing; a number is taken as well.");
        return new JsonSchema()
                .typesItem("object")
                .addProperty("amount", amount)
                .addProperty("currency", currency())
                .addRequiredItem("amount")
                .addRequiredItem("currency")
                .additionalProperties(false);
    }

    private static Schema<?> currency() {
        return new JsonSchema().typesItem("string").pattern("^[A-Z]{3}$").description("A code of ISO 4217.");
    }
}
