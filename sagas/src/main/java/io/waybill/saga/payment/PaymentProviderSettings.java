package io.waybill.saga.payment;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param timeout how long one try may take
 * @param patience how long all tries of one authorization may take together; then it counts as not answered
 */
@ConfigurationProperties("waybill.payment-provider")
public record PaymentProviderSettings(URI url, Duration timeout, Duration patience) {
    public PaymentProviderSettings {
        if (!timeout.isPositive() || patience.compareTo(timeout) < 0) {
            throw new IllegalArgumentException(
                    "waybill.payment-provider wants a timeout above zero and a patience of at least that");
        }
    }
}
