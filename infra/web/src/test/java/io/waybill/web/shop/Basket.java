package io.waybill.web.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.Money;

record Basket(
        @NotEmpty List<@Valid Line> lines,
        Instant at,
        Money total,
        Colour colour,
        Code code,
        Map<String, @Min(1) Integer> extras) {

    record Line(
            @NotNull String sku, @NotNull @Min(1) @Max(10) Integer quantity, BigMoney unitPrice) {}

    enum Colour {
        RED,
        GREEN
    }

    record Code(@JsonValue String value) {
        Code {
            if (value.length() != 3) {
                throw new IllegalArgumentException("a code has three characters");
            }
        }

        @JsonCreator
        static Code of(String text) {
            return new Code(text);
        }
    }
}
