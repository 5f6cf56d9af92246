package io.waybill.projection.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.json.MoneyJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON inside of a row. Its shape is part of the view, so it hangs on no application's settings. */
public final class ViewJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(MoneyJson.module())
            .addModule(new SimpleModule().addSerializer(String.class, new TextSerializer()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ViewJson() {}

    /** The value as JSON text; what is null is left out. */
    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** What {@link #of} wrote; a field that it did not is passed over. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static final class TextSerializer extends StdSerializer<String> {
        TextSerializer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(StorableText.of(text));
        }
    }
}
