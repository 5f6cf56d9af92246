package io.waybill.projection.elastic;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NULL;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 64 bits of what each field of a document says, worked out while the document is read. The order of an object's fields means
 * nothing, nor does a field that is null; the order of an array's values does.
 */
@JsonDeserialize(using = FieldHashes.Reader.class)
record FieldHashes(Map<String, Long> byField) {
    private static final long NOTHING = 0;
    private static final long OBJECT = 1;
    private static final long ARRAY = 2;

    /** Of the document cut to these fields. */
    long of(List<String> fields) {
        long hash = ARRAY;
        for (String field : fields) {
            hash = mixed(hash * 31 + byField.getOrDefault(field, NOTHING));
        }
        return hash;
    }

    /** The finalizer of MurmurHash3 for 64 bits, by Austin Appleby: each bit of what goes in changes half of what comes out. */
    private static long mixed(long bits) {
        long hash = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    static final class Reader extends StdDeserializer<FieldHashes> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(FieldHashes.class);
        }

        @Override
        public FieldHashes deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Map<String, Long> fields = new HashMap<>();
            while (json.nextToken() != END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                fields.put(field, value(json));
            }
            return new FieldHashes(fields);
        }

        private static long value(JsonParser json) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_NULL -> NOTHING;
                case START_OBJECT -> object(json);
                case START_ARRAY -> array(json);
                // Text and a number of the same digits are two things.
                default -> mixed(text(json.getText()) + json.currentTokenId());
            };
        }

        private static long object(JsonParser json) throws IOException {
            long sum = OBJECT;
            while (json.nextToken() != END_OBJECT) {
                long name = text(json.currentName());
                if (json.nextToken() != VALUE_NULL) {
                    sum += mixed(name * 31 + value(json));
                }
            }
            return mixed(sum);
        }

        private static long array(JsonParser json) throws IOException {
            long hash = ARRAY;
            while (json.nextToken() != END_ARRAY) {
                hash = mixed(hash * 31 + value(json));
            }
            return hash;
        }

        private static long text(String text) {
            long hash = text.length();
            for (int i = 0; i < text.length(); i++) {
                hash = hash * 0x100000001b3L ^ text.charAt(i);
            }
            return mixed(hash);
        }
    }
}
