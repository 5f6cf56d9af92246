package io.waybill.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Times are read as ISO 8601 with an offset, and nothing else: a bare number would be seconds to one and milliseconds to another. */
final class InstantReading {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private InstantReading() {}

    static JacksonModule module() {
        return new SimpleModule("waybill-instant").addDeserializer(Instant.class, new Reader());
    }

    private static final class Reader extends StdDeserializer<Instant> {
        private Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            Instant time;
            try {
                time = OffsetDateTime.parse(parser.getString().trim()).toInstant();
            } catch (DateTimeException e) {
                throw new RefusedValue(parser, "must be a time with its offset, such as 2026-01-31T09:30:00Z");
            }
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new RefusedValue(parser, "must be between " + EARLIEST + " and " + LATEST);
            }
            return time;
        }
    }
}
