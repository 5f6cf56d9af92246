package io.waybill.projection.product;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ProductView {
    static final String NAME = "product";

    @Bean
    View products(JdbcClient jdbc) {
        return new TableView(NAME, Set.of("Product"), jdbc, OwnRows.of("Product", "sku = ?"));
    }
}
