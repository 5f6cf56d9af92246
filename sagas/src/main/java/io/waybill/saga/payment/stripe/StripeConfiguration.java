package io.waybill.saga.payment.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import io.waybill.saga.outside.Outsides;
import io.waybill.saga.payment.GuardedProvider;
import io.waybill.saga.payment.PaymentProvider;
import io.waybill.saga.payment.PaymentProviderSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = PaymentProviderSettings.KIND, havingValue = "stripe")
@EnableConfigurationProperties(StripeSettings.class)
class StripeConfiguration {
    /** For the age of signatures. */
    @Bean
    Clock stripeClock() {
        return Clock.systemUTC();
    }

    @Bean
    PaymentProvider stripeProvider(
            StripeSettings stripe, PaymentProviderSettings settings, StripeIntents intents, Outsides outsides) {
        // It would tell its maker how long each request took.
        Stripe.enableTelemetry = false;
        int timeout = Math.toIntExact(settings.calls().timeout().toMillis());
        StripeClient client = StripeClient.builder()
                .setApiKey(stripe.apiKey())
                .setApiBase(stripe.apiBase().toString())
                .setConnectTimeout(timeout)
                .setReadTimeout(timeout)
                // The tries are counted in one place, which is not here.
                .setMaxNetworkRetries(0)
                .build();
        StripeProvider provider =
                new StripeProvider(client.v1().paymentIntents(), client.v1().refunds(), intents);
        return new GuardedProvider(
                provider, outsides.to("payment-provider", settings.calls(), StripeFailure::unheard, provider::lives));
    }
}
