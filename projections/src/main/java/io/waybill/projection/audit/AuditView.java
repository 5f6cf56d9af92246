package io.waybill.projection.audit;

import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AuditView {
    static final String NAME = "audit";

    @Bean
    View auditTrail(JdbcClient jdbc) {
        // It keeps what was stored without reading it.
        return new TableView(
                NAME, Set.of(), jdbc, "It keeps each event's number on the log, which the event store does not have.");
    }
}
