package io.waybill.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text without the one character that a database cannot store: a view that met it could not go on. */
final class TextReading {
    private TextReading() {}

    static JacksonModule module() {
        return new SimpleModule("waybill-text").addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw new RefusedValue(parser, "must not hold the character U+0000");
            }
            return text;
        }
    }
}
