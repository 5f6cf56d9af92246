package io.waybill.web.json;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** The two fields of an amount of money, before they are known to make sense. */
record MoneyFields(
        @JsonDeserialize(using = ExactDecimal.class) @Nullable
        BigDecimal amount,

        @Nullable String currency) {
    /** Far beyond any price, and small enough that no arithmetic on it is a burden. */
    private static final int MAX_WHOLE_DIGITS = 15;

    private static final int MAX_DECIMALS = 9;
    private static final int MAX_TEXT = 40;
    private static final String RANGE =
            "must have at most " + MAX_WHOLE_DIGITS + " digits before and " + MAX_DECIMALS + " after the point";

    static BigMoney read(JsonParser parser, DeserializationContext context) {
        MoneyFields fields = context.readValue(parser, MoneyFields.class);
        if (fields == null || fields.amount == null) {
            throw RefusedValue.at(parser, "amount", "is missing");
        }
        if (fields.currency == null) {
            throw RefusedValue.at(parser, "currency", "is missing");
        }
        try {
            return BigMoney.of(CurrencyUnit.of(fields.currency), fields.amount);
        } catch (IllegalCurrencyException e) {
            throw RefusedValue.at(parser, "currency", "must be a currency code of ISO 4217, such as GBP");
        }
    }

    /** A decimal from a number or from text, digit by digit. */
    static final class ExactDecimal extends StdDeserializer<BigDecimal> {
        ExactDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return bounded(parser, ofText(parser));
            }
            return token.isNumeric()
                    ? bounded(parser, parser.getDecimalValue())
                    : (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }

        private static BigDecimal ofText(JsonParser parser) {
            String text = parser.getString();
            if (text.length() > MAX_TEXT) {
                throw new RefusedValue(parser, RANGE);
            }
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw new RefusedValue(parser, "must be a decimal number, such as 2.55");
            }
        }

        /** Before anything is computed: 1e999999999 is a short text, but not a small number. */
        private static BigDecimal bounded(JsonParser parser, BigDecimal amount) {
            long whole = (long) amount.precision() - amount.scale();
            if (whole > MAX_WHOLE_DIGITS || amount.scale() > MAX_DECIMALS || amount.scale() < -MAX_WHOLE_DIGITS) {
                throw new RefusedValue(parser, RANGE);
            }
            return amount;
        }
    }
}
