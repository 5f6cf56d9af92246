package io.waybill.command.wallet;

import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which wallets were ever opened, and in which currency. Written in the transaction that stores the event, so that a
 * wallet which was opened a moment ago can be paid with. What is in it, and whether it is closed, only the wallet knows.
 */
@Component
@ProcessingGroup("lookups")
public class KnownWallets {
    private final JdbcClient jdbc;

    KnownWallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The currencies of those wallets that are known. */
    public Map<WalletId, CurrencyUnit> currencies(Collection<WalletId> wallets) {
        Map<WalletId, CurrencyUnit> currencies = new HashMap<>();
        jdbc.sql("select wallet_id, currency from known_wallet where wallet_id = any (?)")
                .param(wallets.stream().map(WalletId::value).toArray(UUID[]::new))
                .query(row -> {
                    currencies.put(new WalletId(row.getObject(1, UUID.class)), CurrencyUnit.of(row.getString(2)));
                });
        return currencies;
    }

    @EventHandler
    void on(WalletOpened event) {
        jdbc.sql("insert into known_wallet (wallet_id, currency) values (?, ?)")
                .params(event.walletId().value(), event.currency().getCode())
                .update();
    }
}
