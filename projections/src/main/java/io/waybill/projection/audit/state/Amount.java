package io.waybill.projection.audit.state;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sums of money as events write them: {@code {"amount":"15.30","currency":"GBP"}}. */
final class Amount {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private Amount() {}

    /** What is missing is nothing. */
    static ObjectNode plus(JsonNode sum, JsonNode more) {
        return of(value(sum).add(value(more)), sum.has(CURRENCY) ? sum : more);
    }

    static ObjectNode minus(JsonNode sum, JsonNode less) {
        return of(value(sum).subtract(value(less)), sum.has(CURRENCY) ? sum : less);
    }

    /** Nothing, in the same currency with as many decimals. */
    static ObjectNode zero(JsonNode like) {
        return minus(like, like);
    }

    static boolean isZero(JsonNode sum) {
        return value(sum).signum() == 0;
    }

    private static BigDecimal value(JsonNode sum) {
        String text = sum.path(AMOUNT).asString("");
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static ObjectNode of(BigDecimal value, JsonNode currency) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(AMOUNT, value.toPlainString())
                .put(CURRENCY, currency.path(CURRENCY).asString(""));
    }
}
