package io.waybill.saga.payment;

import io.waybill.saga.outside.OutsideSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param kind which provider it is
 * @param url where the simulated one is
 * @param patience how long a capture, void or refund is asked for again that the provider meets with silence, from when it
 *     was requested; then it is parked. While the provider is away everything waits, however long
 * @param calls how the provider is called
 */
@ConfigurationProperties("waybill.payment-provider")
public record PaymentProviderSettings(Kind kind, URI url, Duration patience, OutsideSettings calls) {
    /** The property that says which. */
    public static final String KIND = "waybill.payment-provider.kind";

    /** Which provider payments by card go to. */
    public enum Kind {
        SIMULATOR,
        STRIPE
    }
}
