package io.waybill.projection.stocklevel;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class StockLevelView {
    static final String NAME = "stocklevel";

    @Bean
    View stockLevel(JdbcClient jdbc) {
        return new TableView(
                NAME,
                Set.of("Stock"),
                jdbc,
                OwnRows.of(
                        "Stock",
                        "(sku, warehouse) = (select split_part(id, '@', 1), split_part(id, '@', 2) from (values (?)) v (id))"));
    }
}
