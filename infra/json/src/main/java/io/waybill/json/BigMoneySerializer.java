package io.waybill.json;

import org.joda.money.BigMoney;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

final class BigMoneySerializer extends StdSerializer<BigMoney> {
    BigMoneySerializer() {
        super(BigMoney.class);
    }

    @Override
    public void serialize(BigMoney value, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("amount", value.getAmount().toPlainString());
        json.writeStringProperty("currency", value.getCurrencyUnit().getCode());
        json.writeEndObject();
    }
}
