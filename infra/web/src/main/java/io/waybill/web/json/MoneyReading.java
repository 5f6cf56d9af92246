package io.waybill.web.json;

import org.joda.money.BigMoney;
import org.joda.money.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Money as strangers send it: amounts as text or number, within bounds, and a refusal that names the field when currency
 * or decimals are wrong. How money is written is the same everywhere, and not decided here.
 */
final class MoneyReading {
    private MoneyReading() {}

    static JacksonModule module() {
        return new SimpleModule("waybill-money-reading")
                .addDeserializer(Money.class, new MoneyReader())
                .addDeserializer(BigMoney.class, new BigMoneyReader());
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
