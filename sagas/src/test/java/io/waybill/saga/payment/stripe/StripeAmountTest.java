package io.waybill.saga.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountTest {
    @ParameterizedTest
    @CsvSource({"GBP 9.05, 905", "JPY 500, 500", "KWD 1.230, 1230", "ISK 7, 700", "UGX 7, 700"})
    void an_amount_is_counted_in_stripes_smallest_units(String amount, long units) {
        assertThat(StripeAmount.of(Money.parse(amount))).isEqualTo(units);
    }

    @Test
    void what_stripe_cannot_express_is_not_rounded() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> StripeAmount.of(Money.parse("MGA 1.20")));
    }
}
