package io.waybill.json;

import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/**
 * Money as {@code {"amount":"2.55","currency":"GBP"}}: the amount as a decimal string, so that no reader takes it for a
 * binary floating-point number. The library maps {@code Money} and {@code CurrencyUnit}; {@code BigMoney}, which it leaves
 * out, is added here in the same shape.
 */
public final class MoneyJson {
    private MoneyJson() {}

    /** {@code Money}, {@code BigMoney} and {@code CurrencyUnit}. */
    public static JacksonModule module() {
        return new OverLibrary()
                .addSerializer(BigMoney.class, new BigMoneySerializer())
                .addDeserializer(BigMoney.class, new AmountDeserializer<>(BigMoney.class, BigMoney::of))
                .addDeserializer(Money.class, new AmountDeserializer<>(Money.class, Money::of));
    }

    private static final class OverLibrary extends SimpleModule {
        private static final long serialVersionUID = 1L;

        OverLibrary() {
            super("waybill-money");
        }

        @Override
        public Iterable<? extends JacksonModule> getDependencies() {
            return List.of(new JodaMoneyModule().withAmountRepresentation(AmountRepresentation.DECIMAL_STRING));
        }
    }
}
