package io.waybill.query.ordersummary;

import io.waybill.json.MoneyJson;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists that a row keeps as JSON. A field that a newer writer added is passed over. */
final class JsonColumns {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(MoneyJson.money())
            .addModule(MoneyJson.bigMoney())
            .build();

    private JsonColumns() {}

    static final class Lines extends ReadOnly<OrderAnswer.Line> {
        Lines() {
            super(new TypeReference<>() {});
        }
    }

    static final class Rejections extends ReadOnly<OrderAnswer.Rejection> {
        Rejections() {
            super(new TypeReference<>() {});
        }
    }

    abstract static class ReadOnly<T> implements AttributeConverter<List<T>, String> {
        private final TypeReference<List<T>> type;

        ReadOnly(TypeReference<List<T>> type) {
            this.type = type;
        }

        @Override
        public List<T> convertToEntityAttribute(String json) {
            return MAPPER.readValue(json, type);
        }

        @Override
        public String convertToDatabaseColumn(List<T> list) {
            throw new UnsupportedOperationException("this side only reads");
        }
    }
}
