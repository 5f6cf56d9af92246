package io.waybill.web.json;

import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Money in JSON: {@code {"amount":"2.55","currency":"GBP"}}. The amount is written as text, because many readers make a
 * binary fraction of a number; it is read as text or number, exactly. Jackson's own module knows {@link Money} only, not
 * {@link BigMoney}, and reports neither a wrong currency nor too many decimals by field.
 */
final class MoneyJson {
    private MoneyJson() {}

    static JacksonModule module() {
        return new SimpleModule("waybill-money")
                .addSerializer(Money.class, new Writer<>(Money.class))
                .addSerializer(BigMoney.class, new Writer<>(BigMoney.class))
                .addDeserializer(Money.class, new MoneyReader())
                .addDeserializer(BigMoney.class, new BigMoneyReader());
    }

    private static final class Writer<T extends BigMoneyProvider> extends StdSerializer<T> {
        private Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            BigMoney money = value.toBigMoney();
            json.writeStartObject();
            json.writeStringProperty("amount", money.getAmount().toPlainString());
            json.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    private static final class MoneyReader extends StdDeserializer<Money> {
        private MoneyReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            BigMoney money = MoneyFields.read(parser, context);
            int places = money.getCurrencyUnit().getDecimalPlaces();
            if (money.getAmount().stripTrailingZeros().scale() > places) {
                throw RefusedValue.at(
                        parser, "amount", "must have at most " + places + " decimals in " + money.getCurrencyUnit());
            }
            return money.toMoney();
        }
    }

    private static final class BigMoneyReader extends StdDeserializer<BigMoney> {
        private BigMoneyReader() {
            super(BigMoney.class);
        }

        @Override
        public BigMoney deserialize(JsonParser parser, DeserializationContext context) {
            return MoneyFields.read(parser, context);
        }
    }
}
