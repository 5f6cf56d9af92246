package io.waybill.web.log;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Keeps health checks and scrapes, which come every few seconds, out of traces and request metrics. */
@AutoConfiguration
final class ObservationAutoConfiguration {
    private static final String OPERATIONS = "/actuator/";

    @Bean
    static ObservationPredicate onlyRequestsOfClients() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith(OPERATIONS));
    }
}
