package io.waybill.saga.payment;

import io.waybill.saga.outside.Outsides;
import io.waybill.saga.outside.Patience;
import io.waybill.saga.outside.SignOfLife;
import io.waybill.saga.outside.Unreached;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProviderSettings.class)
class PaymentProviderConfiguration {
    /** The name under which breaker, tries and time limits are seen. */
    static final String NAME = "payment-provider";

    @Bean
    Patience paymentPatience(PaymentProviderSettings settings) {
        return new Patience(settings.patience(), Clock.systemUTC());
    }

    @Bean
    @ConditionalOnProperty(name = PaymentProviderSettings.KIND, havingValue = "simulator")
    PaymentProvider simulatedProvider(RestClient.Builder http, PaymentProviderSettings settings, Outsides outsides) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.calls().timeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.calls().timeout());
        RestClient calls =
                http.baseUrl(settings.url().toString()).requestFactory(requests).build();
        return new GuardedProvider(
                new SimulatedProvider(calls),
                outsides.to(NAME, settings.calls(), Unreached::by, SignOfLife.of(calls, "/payments/nobody")));
    }
}
