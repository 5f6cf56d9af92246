package io.waybill.saga.payment;

import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProviderSettings.class)
class PaymentProviderConfiguration {
    @Bean
    PaymentProvider paymentProvider(RestClient.Builder http, PaymentProviderSettings settings) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.timeout());
        return new HttpPaymentProvider(
                http.baseUrl(settings.url().toString()).requestFactory(requests).build(), settings.patience());
    }
}
