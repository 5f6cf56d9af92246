package io.waybill.saga;

import io.waybill.saga.fulfilment.FulfilmentSettings;
import io.waybill.saga.outside.OutsideSettings;
import io.waybill.saga.payment.PaymentProviderSettings;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;

/** A provider that is left alone for a while makes orders late, and no order gives up its payment meanwhile. */
@Configuration(proxyBeanMethods = false)
class OrdersOutlastBreakers {
    /** Between two takes of a batch that was put off, at most: then it is asked whether the provider is back. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    OrdersOutlastBreakers(FulfilmentSettings orders, PaymentProviderSettings provider) {
        require(orders.paymentTimeout(), provider.calls());
    }

    /** @throws IllegalArgumentException if an order might not wait until the provider is asked again */
    static void require(Duration paymentTimeout, OutsideSettings calls) {
        Duration alone = calls.breaker().open().plus(LONGEST_PAUSE);
        if (paymentTimeout.compareTo(alone) <= 0) {
            throw new IllegalArgumentException("waybill.fulfilment.payment-timeout has to be above " + alone
                    + ": for so long the payment provider may be left alone");
        }
    }
}
