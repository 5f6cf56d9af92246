package io.waybill.saga.carrier;

import io.waybill.saga.outside.Outside;
import io.waybill.saga.outside.Outsides;
import io.waybill.saga.outside.Patience;
import io.waybill.saga.outside.SignOfLife;
import io.waybill.saga.outside.Unreached;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierSettings.class)
class CarrierConfiguration {
    @Bean
    Patience carrierPatience(CarrierSettings settings) {
        return new Patience(settings.patience(), Clock.systemUTC());
    }

    @Bean
    RestClient carrierHttp(RestClient.Builder http, CarrierSettings settings) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.calls().timeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.calls().timeout());
        return http.baseUrl(settings.url().toString()).requestFactory(requests).build();
    }

    @Bean
    Outside carrierCalls(CarrierSettings settings, Outsides outsides, RestClient carrierHttp) {
        return outsides.to("carrier", settings.calls(), Unreached::by, SignOfLife.of(carrierHttp, "/bookings/nobody"));
    }

    @Bean
    Carrier carrier(RestClient carrierHttp) {
        return new SimulatedCarrier(carrierHttp);
    }
}
