package io.waybill.gateway;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/**
 * How a request is passed on. An answer has to be whole within the read time-out, because Spring's JDK client counts it
 * from the request to the last byte. A verification writes signs of life and takes as long as there is history, so for it
 * there is no such limit; it ends when the client goes, or the upstream.
 */
@Configuration(proxyBeanMethods = false)
class Exchanges {
    private static final String WITHOUT_LIMIT = "/verification";

    @Bean
    static ProxyExchange proxyExchange(
            RestClient.Builder clients,
            ClientHttpRequestFactoryBuilder<?> factories,
            HttpClientSettings settings,
            GatewayMvcProperties properties) {
        ProxyExchange limited = new RestClientProxyExchange(clients.clone().build(), properties);
        HttpClientSettings patient = new HttpClientSettings(
                settings.cookieHandling(), settings.redirects(), settings.connectTimeout(), null, settings.sslBundle());
        ProxyExchange unlimited = new RestClientProxyExchange(
                clients.clone().requestFactory(factories.build(patient)).build(), properties);
        return request -> request.getServerRequest().path().endsWith(WITHOUT_LIMIT)
                ? unlimited.exchange(request)
                : limited.exchange(request);
    }
}
