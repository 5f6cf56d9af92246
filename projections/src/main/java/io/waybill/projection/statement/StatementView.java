package io.waybill.projection.statement;

import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class StatementView {
    static final String NAME = "statement";

    @Bean
    View statements(JdbcClient jdbc) {
        return new TableView(NAME, Set.of("Order", "Payment", "Wallet"), jdbc);
    }
}
