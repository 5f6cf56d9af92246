package io.waybill.query.stocklevel;

import io.waybill.query.parameter.KeysetQuery;
import io.waybill.query.parameter.KeysetQuery.Slice;
import io.waybill.query.parameter.SortKey;
import io.waybill.query.parameter.SortKey.Column;
import io.waybill.query.parameter.Sorting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Levels in pages, of all SKUs and warehouses; there is an index for each filter with each key. */
@Component
final class ListedLevels {
    static final SortKey SKU = SortKey.of("sku", Column.text("sku"), Column.text("warehouse"));
    static final SortKey AVAILABLE =
            SortKey.of("available", Column.number("available"), Column.text("sku"), Column.text("warehouse"));
    static final List<SortKey> KEYS = List.of(SKU, AVAILABLE);

    private static final String SELECT = "select sku, warehouse, on_hand, reserved, available, version from stocklevel";

    private final JdbcClient jdbc;

    ListedLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param below available: fewer than that */
    Slice<StockPage.Item> page(
            @Nullable String warehouse, @Nullable Long below, Sorting sort, int limit, @Nullable String after) {
        return query(warehouse, below, sort, after).slice(jdbc, limit, ListedLevels::item);
    }

    static KeysetQuery query(@Nullable String warehouse, @Nullable Long below, Sorting sort, @Nullable String after) {
        return new KeysetQuery(SELECT, sort)
                .where("warehouse = ?", warehouse)
                .where("available < ?", below)
                .after(after);
    }

    private static StockPage.Item item(ResultSet row, int number) throws SQLException {
        return new StockPage.Item(
                row.getString("sku"),
                row.getString("warehouse"),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                row.getLong("available"),
                row.getLong("version"));
    }
}
