package io.waybill.json;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

final class BigMoneyDeserializer extends StdDeserializer<BigMoney> {
    BigMoneyDeserializer() {
        super(BigMoney.class);
    }

    @Override
    public BigMoney deserialize(JsonParser json, DeserializationContext context) {
        Amount read = context.readValue(json, Amount.class);
        if (read.amount() == null || read.currency() == null) {
            return context.reportInputMismatch(BigMoney.class, "money is an amount and a currency");
        }
        try {
            return BigMoney.of(CurrencyUnit.of(read.currency()), read.amount());
        } catch (IllegalCurrencyException unknown) {
            return context.reportInputMismatch(BigMoney.class, "not a currency of ISO 4217: %s", read.currency());
        }
    }

    private record Amount(
            @Nullable BigDecimal amount, @Nullable String currency) {}
}
