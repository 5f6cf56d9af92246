package io.waybill.projection.transfer;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TransferView {
    static final String NAME = "transfer";

    @Bean
    View transfers(JdbcClient jdbc) {
        return new TableView(NAME, Set.of("Transfer"), jdbc, OwnRows.of("Transfer", "transfer_id = ?::uuid"));
    }
}
