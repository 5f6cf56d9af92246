package io.waybill.faults;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.store.PostgresEventStorageEngine;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An append whose transaction is open until somebody decides. */
final class HeldAppend implements AutoCloseable {
    private final Connection connection;
    private final String sku = "HELD-" + System.nanoTime();

    private HeldAppend(Connection connection) {
        this.connection = connection;
    }

    static HeldAppend in(Site site) throws SQLException {
        Connection connection = site.servers().source("waybill_events").getConnection();
        connection.setAutoCommit(false);
        HeldAppend held = new HeldAppend(connection);
        held.append();
        return held;
    }

    /** What was registered, once it is committed. */
    String sku() {
        return sku;
    }

    /** The transaction that is held, as text. */
    String transaction() throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery("select pg_current_xact_id()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void append() {
        ProductRegistered registered = new ProductRegistered(
                new Sku(sku), "Late", BigMoney.of(CurrencyUnit.of("GBP"), new BigDecimal("1.00")));
        new PostgresEventStorageEngine(
                        new JdbcTemplate(new SingleConnectionDataSource(connection, true)),
                        EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())),
                        new EventUpcasterChain())
                .appendEvents(List.of(new GenericDomainEventMessage<>("Product", sku, 0, registered)));
    }
}
