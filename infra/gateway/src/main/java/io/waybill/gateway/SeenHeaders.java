package io.waybill.gateway;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells the upstreams who asked, by the {@code X-Forwarded} headers: what the gateway sees, never what a client claims. Behind
 * a load balancer, {@code server.forward-headers-strategy=native} lets it see through that one.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class SeenHeaders implements RequestHttpHeadersFilter {
    @Override
    public HttpHeaders apply(HttpHeaders sent, ServerRequest request) {
        HttpHeaders seen = new HttpHeaders();
        seen.putAll(sent);
        seen.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        seen.set("X-Forwarded-Proto", request.servletRequest().getScheme());
        String host = request.headers().firstHeader(HttpHeaders.HOST);
        if (host != null) {
            seen.set("X-Forwarded-Host", host);
        }
        return seen;
    }
}
