package io.waybill.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.waybill.gateway.document.DescribedServices;
import io.waybill.gateway.document.DocumentApi;
import io.waybill.web.version.UnknownVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Which request goes where; the first route that fits takes it. */
@Configuration(proxyBeanMethods = false)
class Routes {
    @Bean
    static RouterFunction<ServerResponse> routesToUpstreams(Upstreams upstreams, DocumentApi document) {
        return document.route()
                .and(route("event-log")
                        .route(path("/api/v1/operations/event-log/**"), http())
                        .before(uri(upstreams.commandSide()))
                        .build())
                .and(route("events")
                        .route(path("/api/v1/operations/events/**"), http())
                        .before(uri(upstreams.commandSide()))
                        .build())
                .and(route("sagas")
                        .route(path("/api/v1/operations/sagas/**"), http())
                        .before(uri(upstreams.sagas()))
                        .build())
                .and(route("providers")
                        .route(path("/api/v1/providers/**"), http())
                        .before(uri(upstreams.sagas()))
                        .build())
                .and(operationsOnViews(upstreams))
                .and(route("queries")
                        .route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/api/v1/**")), http())
                        .before(uri(upstreams.querySide()))
                        .build())
                .and(route("commands")
                        .route(path("/api/v1/**"), http())
                        .before(uri(upstreams.commandSide()))
                        .build())
                .and(route("graphql")
                        .route(path("/graphql"), http())
                        .before(uri(upstreams.querySide()))
                        .build())
                .and(RouterFunctions.route(path("/api/**"), asked -> {
                    throw UnknownVersion.problem();
                }));
    }

    private static RouterFunction<ServerResponse> operationsOnViews(Upstreams upstreams) {
        return route("operations")
                .route(path("/api/v1/operations/**"), http())
                .before(uri(upstreams.projections()))
                .build();
    }

    @Bean
    static DescribedServices describedServices(Upstreams upstreams) {
        SequencedMap<String, URI> services = new LinkedHashMap<>();
        services.put("command-side", upstreams.commandSide());
        services.put("query-side", upstreams.querySide());
        services.put("projections", upstreams.projections());
        services.put("sagas", upstreams.sagas());
        return new DescribedServices(services);
    }

    /** The upstreams speak HTTP/1.1; offering them the upgrade with each request is in vain. */
    @Bean
    static ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}
