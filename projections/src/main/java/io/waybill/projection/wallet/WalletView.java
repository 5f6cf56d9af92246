package io.waybill.projection.wallet;

import io.waybill.projection.view.OwnRows;
import io.waybill.projection.view.TableView;
import io.waybill.projection.view.View;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class WalletView {
    static final String NAME = "wallet";

    @Bean
    View wallets(JdbcClient jdbc) {
        return new TableView(NAME, Set.of("Wallet"), jdbc, OwnRows.of("Wallet", "wallet_id = ?::uuid"));
    }
}
