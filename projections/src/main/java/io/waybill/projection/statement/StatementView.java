package io.waybill.projection.statement;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class StatementView {
    static final String NAME = "statement";

    // Whose a payment is, was or will be told by its order, whichever of the two is repaired.
    private static final String OF_SOURCE = "source_id = ?::uuid";

    @Bean
    View statements(JdbcClient jdbc) {
        return new TableView(
                NAME,
                Set.of("Order", "Payment", "Wallet"),
                jdbc,
                new OwnRows(Map.of("Order", OF_SOURCE, "Payment", OF_SOURCE, "Wallet", OF_SOURCE)));
    }
}
