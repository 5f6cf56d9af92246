package io.waybill.eventing.personal;

import io.waybill.json.MoneyJson;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Seals personal data in JSON. A record with marked components becomes an object in which these are missing, and in their
 * place stands {@code sealed}: Base64 of the object that they make, encrypted with the key of {@code subject}. The rest stays
 * readable. JSON in which they stand as they are is read as it is.
 */
public final class PersonalData {
    private static final JsonMapper PLAIN = JsonMapper.builder()
            .addModule(MoneyJson.module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final @Nullable Class<? extends Annotation> mark;
    private final Sealing sealing;

    private PersonalData(@Nullable Class<? extends Annotation> mark, PersonalKeys keys, Subjects subjects) {
        this.mark = mark;
        this.sealing = new Sealing(keys, subjects, PLAIN);
    }

    /**
     * @param mark what record components wear that are personal; a record with such components also has one that names
     *     whose they are, called as in {@link Sealing#SUBJECT}, whose JSON is text
     */
    public static PersonalData of(Class<? extends Annotation> mark, PersonalKeys keys, Subjects subjects) {
        return new PersonalData(mark, keys, subjects);
    }

    /** For who stores and reads nothing personal: nothing is sealed, and what is sealed cannot be read. */
    public static PersonalData none() {
        PersonalKeys nobody = subject -> {
            throw new IllegalStateException("nobody here has the key of " + subject);
        };
        return new PersonalData(null, nobody, Subjects.UNKNOWN);
    }

    /** What makes a mapper seal and open. */
    public JacksonModule module() {
        return new SimpleModule("personal-data")
                .setSerializerModifier(new ValueSerializerModifier() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public ValueSerializer<?> modifySerializer(
                            SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> plain) {
                        Set<String> personal = personal(type.getBeanClass());
                        return personal.isEmpty() ? plain : new SealedWriter(type.getBeanClass(), personal, sealing);
                    }
                })
                .setDeserializerModifier(new ValueDeserializerModifier() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public ValueDeserializer<?> modifyDeserializer(
                            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> plain) {
                        return personal(type.getBeanClass()).isEmpty()
                                ? plain
                                : new SealedReader(type.getBeanClass(), sealing);
                    }
                });
    }

    private Set<String> personal(Class<?> type) {
        if (mark == null || !type.isRecord()) {
            return Set.of();
        }
        Class<? extends Annotation> worn = mark;
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(worn))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
