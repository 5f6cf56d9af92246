package io.waybill.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text without what a database cannot store: the character U+0000, with which a view could not go on, and half characters, which would be others when read again. */
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
            if (text != null && !isWhole(text)) {
                throw new RefusedValue(parser, "must not hold half a character, a surrogate without its other half");
            }
            return text;
        }

        private static boolean isWhole(String text) {
            return text.codePoints()
                    .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        }
    }
}
