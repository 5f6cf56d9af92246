package io.waybill.saga.payment.stripe;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param apiKey the secret key, which must not stand in a file that is kept with the source
 * @param webhookSecret what Stripe signs its webhooks with
 * @param apiBase where the API is
 * @param tolerance how old a webhook's signature may be; older ones may have been overheard and sent again
 */
@ConfigurationProperties("waybill.payment-provider.stripe")
record StripeSettings(String apiKey, String webhookSecret, URI apiBase, Duration tolerance) {
    StripeSettings {
        if (isBlank(apiKey) || isBlank(webhookSecret) || !tolerance.isPositive()) {
            throw new IllegalArgumentException(
                    "waybill.payment-provider.stripe wants an api-key, a webhook-secret and a"
                            + " tolerance above zero");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[" + apiBase + "]";
    }
}
