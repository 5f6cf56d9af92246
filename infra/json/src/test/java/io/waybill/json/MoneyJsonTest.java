package io.waybill.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

class MoneyJsonTest {
    private final JsonMapper json =
            JsonMapper.builder().addModule(MoneyJson.module()).build();

    @Test
    void money_is_an_amount_as_text_and_a_currency() {
        assertThat(json.writeValueAsString(Money.parse("GBP 2.50"))).isEqualTo("""
                {"amount":"2.50","currency":"GBP"}""");
        assertThat(json.writeValueAsString(BigMoney.parse("GBP 2.505"))).isEqualTo("""
                {"amount":"2.505","currency":"GBP"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"amount": "2.50", "currency": "GBP"}""", """
                {"currency": "GBP", "amount": "2.50"}""", """
                {"amount": 2.5, "currency": "GBP"}"""})
    void either_field_may_come_first_and_the_amount_may_be_a_number(String text) {
        assertThat(json.readValue(text, Money.class)).isEqualTo(Money.parse("GBP 2.50"));
        assertThat(json.readValue(text, BigMoney.class).isEqual(BigMoney.parse("GBP 2.50")))
                .isTrue();
    }

    @Test
    void money_is_read_within_something_else() {
        assertThat(json.readValue("""
                        [{"amount": "1.00", "currency": "GBP"}, null, {"amount": "3", "currency": "JPY"}]""", new TypeReference<List<Money>>() {}))
                .containsExactly(Money.parse("GBP 1.00"), null, Money.parse("JPY 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", """
                {"amount": "2.50"}""", """
                {"currency": "GBP"}""", """
                {"amount": "2.50", "currency": null}""", """
                {"amount": null, "currency": "GBP"}""", """
                {"amount": "much", "currency": "GBP"}""", """
                {"amount": "2.50", "currency": "XYZQ"}""", """
                {"amount": {}, "currency": "GBP"}""", """
                {"amount": "2.50", "currency": 826}""", """
                "2.50 GBP"
                """})
    void what_is_no_money_is_refused_by_jackson(String text) {
        assertThatThrownBy(() -> json.readValue(text, Money.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.readValue(text, BigMoney.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void whether_another_field_is_refused_says_the_mapper() {
        String text = """
                {"amount": "2.50", "note": {"of": ["all", "kinds"]}, "currency": "GBP"}""";

        assertThat(json.readerFor(Money.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .<Money>readValue(text))
                .isEqualTo(Money.parse("GBP 2.50"));
        assertThatThrownBy(() -> json.readerFor(Money.class)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .readValue(text))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }
}
