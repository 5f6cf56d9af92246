package io.waybill.projection.customer;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CustomerView {
    static final String NAME = "customer";

    @Bean
    View customers(JdbcClient jdbc) {
        return new TableView(
                NAME,
                Set.of("Customer"),
                jdbc,
                OwnRows.of("Customer", "customer_id = substr(?, length('customer:') + 1)"));
    }
}
