package io.waybill.query.ordersummary;

import io.waybill.json.MoneyJson;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Lists that a row keeps as JSON. A field that a newer writer added is passed over. */
final class JsonColumns {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(MoneyJson.module()).build();

    private JsonColumns() {}

    static final class Lines extends ReadOnly<OrderAnswer.Line> {
        Lines() {
            super(OrderAnswer.Line.class);
        }
    }

    static final class Rejections extends ReadOnly<OrderAnswer.Rejection> {
        Rejections() {
            super(OrderAnswer.Rejection.class);
        }
    }

    abstract static class ReadOnly<T> implements AttributeConverter<List<T>, String> {
        private final ObjectReader reader;

        ReadOnly(Class<T> type) {
            this.reader = MAPPER.readerForListOf(type);
        }

        @Override
        public List<T> convertToEntityAttribute(String json) {
            return reader.readValue(json);
        }

        @Override
        public String convertToDatabaseColumn(List<T> list) {
            throw new UnsupportedOperationException("this side only reads");
        }
    }
}
