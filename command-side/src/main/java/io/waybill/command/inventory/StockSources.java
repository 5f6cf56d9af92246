package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.WarehouseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which warehouses have ever held a SKU. Written in the transaction that stores the event, so that stock which came in a
 * moment ago can be ordered now. How much there is, only the stock itself knows.
 */
@Component
@ProcessingGroup("lookups")
public class StockSources {
    /** Warehouses that are asked for one SKU at most. */
    private static final int MOST = 16;

    private final JdbcClient jdbc;
    private final List<WarehouseId> priority;

    StockSources(JdbcClient jdbc, @Value("${waybill.warehouses.priority:}") List<String> priority) {
        this.jdbc = jdbc;
        this.priority = priority.stream().map(WarehouseId::of).toList();
    }

    /** For each SKU its warehouses, first choice first: the configured ones, then by when they first had any; at most {@value #MOST}. */
    public Map<Sku, List<WarehouseId>> of(Collection<Sku> skus) {
        Map<Sku, List<WarehouseId>> sources = new HashMap<>();
        jdbc.sql("select sku, warehouse from stock_source where sku = any (?) order by since")
                .param(skus.stream().map(Sku::value).toArray(String[]::new))
                .query(row -> {
                    sources.computeIfAbsent(Sku.of(row.getString(1)), sku -> new ArrayList<>())
                            .add(WarehouseId.of(row.getString(2)));
                });
        sources.replaceAll((sku, warehouses) -> warehouses.stream()
                .sorted(Comparator.comparingInt(this::rank))
                .limit(MOST)
                .toList());
        return sources;
    }

    private int rank(WarehouseId warehouse) {
        int configured = priority.indexOf(warehouse);
        return configured < 0 ? priority.size() : configured;
    }

    @EventHandler
    void on(StockReceived event) {
        remember(event.stock());
    }

    @EventHandler
    void on(StockCounted event) {
        remember(event.stock());
    }

    @EventHandler
    void on(ReturnRestocked event) {
        remember(event.stock());
    }

    private void remember(StockKey stock) {
        jdbc.sql("insert into stock_source (sku, warehouse) values (?, ?) on conflict do nothing")
                .params(stock.sku().value(), stock.warehouse().value())
                .update();
    }
}
