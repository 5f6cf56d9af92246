package io.waybill.eventing;

import io.waybill.eventing.personal.PersonalData;
import io.waybill.json.MoneyJson;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.SerializationFeature;

/**
 * Axon's Jackson 3 serializer with stored names: a registered event's type is its short name and revision; anything else
 * (tokens, sagas, snapshots) goes by its Java class name.
 *
 * <p>JSON text, UTF-8; money as in {@link MoneyJson}; fields that a record does not know are passed over, so that a
 * reader which is one release behind still reads. What is personal is sealed wherever it stands: {@link PersonalData}.
 */
public final class EventSerializer extends Jackson3Serializer {
    private final StoredNames names;

    private EventSerializer(Builder builder, StoredNames names) {
        super(builder);
        this.names = names;
    }

    /** Without personal data: nothing is sealed, and nothing sealed can be read. */
    public static EventSerializer of(StoredNames names) {
        return of(names, PersonalData.none());
    }

    public static EventSerializer of(StoredNames names, PersonalData personal) {
        Builder builder = Jackson3Serializer.builder()
                .disableCachingOfUnknownClasses()
                .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(MoneyJson.module())
                        .addModule(personal.module())
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS));
        return new EventSerializer(builder, names);
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the interface
    public SerializedType typeForClass(Class type) {
        SerializedType byClassName = super.typeForClass(type);
        return type != null && names.knows(type)
                ? new SimpleSerializedType(type.getSimpleName(), byClassName.getRevision())
                : byClassName;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = names.classOf(type.getName());
        return event == null ? super.classForType(type) : event;
    }
}
