package io.waybill.projection.salesreport;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SalesReportView {
    static final String NAME = "salesreport";

    @Bean
    View salesReport(JdbcClient jdbc) {
        return new TableView(NAME, Set.of("Order"), jdbc, OwnRows.of("Order", "order_id = ?::uuid"));
    }
}
