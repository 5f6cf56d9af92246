package io.waybill.gateway;

import java.util.Set;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * How a request is passed on. An answer has to be whole within the read time-out, because Spring's JDK client counts it
 * from the request to the last byte. A verification takes as long as there is history, and a stream of changes as long as
 * somebody follows it; both write signs of life, so for them there is no such limit: they end when the client goes, or the
 * upstream.
 */
@Configuration(proxyBeanMethods = false)
class Exchanges {
    private static final String GRAPHQL = "/graphql";
    private static final Set<String> WITHOUT_LIMIT = Set.of("verification", "stream");

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
        return request ->
                isWithoutLimit(request.getServerRequest()) ? unlimited.exchange(request) : limited.exchange(request);
    }

    private static boolean isWithoutLimit(ServerRequest request) {
        String path = request.path();
        return WITHOUT_LIMIT.contains(path.substring(path.lastIndexOf('/') + 1))
                || (path.equals(GRAPHQL) && isSubscription(request));
    }

    // Of all that is asked there, only subscriptions are answered with events.
    private static boolean isSubscription(ServerRequest request) {
        return request.headers().header(HttpHeaders.ACCEPT).stream()
                .anyMatch(accepted -> accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }
}
