package io.waybill.json;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.datatype.jodamoney.CurrencyUnitDeserializer;

/**
 * Reads an amount and a currency as the library does (jackson-datatype-joda-money 3.1), and by its means. Only that it keeps
 * them: the library asks the context for the currency's deserializer at each amount of money, and the context makes a new one
 * each time, under a lock, because Jackson's cache takes none that does not say that it may ({@code isCachable}).
 */
final class AmountDeserializer<T> extends StdDeserializer<T> {
    private static final CurrencyUnitDeserializer CURRENCY = new CurrencyUnitDeserializer();

    private final BiFunction<CurrencyUnit, BigDecimal, T> money;

    AmountDeserializer(Class<T> type, BiFunction<CurrencyUnit, BigDecimal, T> money) {
        super(type);
        this.money = money;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        BigDecimal amount = null;
        CurrencyUnit currency = null;
        if (json.isExpectedStartObjectToken()) {
            json.nextToken();
        }
        for (; json.currentToken() == JsonToken.PROPERTY_NAME; json.nextToken()) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "amount" -> amount = BigDecimalDeserializer.instance.deserialize(json, context);
                case "currency" -> currency = CURRENCY.deserialize(json, context);
                default -> context.handleUnknownProperty(json, this, handledType(), field);
            }
        }
        return amount == null || currency == null
                ? context.reportInputMismatch(this, "money is an amount and a currency")
                : money.apply(currency, amount);
    }
}
