package io.waybill.json;

import org.joda.money.BigMoney;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/**
 * Money as {@code {"amount":"2.55","currency":"GBP"}}: the amount as a decimal string, so that no reader takes it for a
 * binary floating-point number. The library maps {@code Money}; {@code BigMoney}, which it leaves out, is added here in
 * the same shape.
 */
public final class MoneyJson {
    private MoneyJson() {}

    /** {@code Money} and {@code CurrencyUnit}. */
    public static JacksonModule money() {
        return new JodaMoneyModule().withAmountRepresentation(AmountRepresentation.DECIMAL_STRING);
    }

    /** {@code BigMoney}. */
    public static JacksonModule bigMoney() {
        return new SimpleModule("waybill-big-money")
                .addSerializer(BigMoney.class, new BigMoneySerializer())
                .addDeserializer(BigMoney.class, new BigMoneyDeserializer());
    }
}
