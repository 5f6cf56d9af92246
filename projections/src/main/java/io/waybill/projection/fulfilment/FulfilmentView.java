package io.waybill.projection.fulfilment;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FulfilmentView {
    static final String NAME = "fulfilment";

    @Bean
    View fulfilment(JdbcClient jdbc) {
        return new TableView(
                NAME,
                Set.of("Order", "Stock", "Payment", "Shipment", "Return"),
                jdbc,
                new OwnRows(Map.of(
                        "Order",
                        "order_id = ?::uuid and kind = 'order'",
                        "Stock",
                        "id = ? and kind = 'stock'",
                        "Payment",
                        "id = ? and kind = 'payment'",
                        "Shipment",
                        "id = ? and kind = 'shipment'",
                        "Return",
                        "id = ? and kind = 'return'")));
    }
}
