package io.waybill.saga;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.waybill.saga.outside.OutsideSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrdersOutlastBreakersTest {
    private static final OutsideSettings CALLS = new OutsideSettings(
            Duration.ofSeconds(2),
            3,
            Duration.ofMillis(300),
            new OutsideSettings.Breaker(Duration.ofSeconds(30), 10, 50, Duration.ofSeconds(5), 3));

    @Test
    void an_order_waits_longer_than_a_provider_is_left_alone() {
        assertThatNoException().isThrownBy(() -> OrdersOutlastBreakers.require(Duration.ofSeconds(66), CALLS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrdersOutlastBreakers.require(Duration.ofSeconds(65), CALLS))
                .withMessageContaining("waybill.fulfilment.payment-timeout");
    }
}
