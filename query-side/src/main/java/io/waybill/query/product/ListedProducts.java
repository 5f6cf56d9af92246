package io.waybill.query.product;

import io.waybill.query.parameter.KeysetQuery;
import io.waybill.query.parameter.KeysetQuery.Slice;
import io.waybill.query.parameter.SortKey;
import io.waybill.query.parameter.SortKey.Column;
import io.waybill.query.parameter.Sorting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue in pages; there is an index for each filter with each key. */
@Component
public final class ListedProducts {
    static final SortKey SKU = SortKey.of("sku", Column.text("sku"));
    static final SortKey NAME = SortKey.of("name", Column.text("name"), Column.text("sku"));
    static final List<SortKey> KEYS = List.of(SKU, NAME);

    private static final String SELECT =
            "select sku, name, price, currency, status, registered_at, updated_at, version from product";

    private final JdbcClient jdbc;

    ListedProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<ProductAnswer> page(Product.@Nullable Status status, Sorting sort, int limit, @Nullable String after) {
        return query(status, sort, after).slice(jdbc, limit, ListedProducts::product);
    }

    /** Those of the products that are registered, in one statement. */
    public List<ProductAnswer> find(Collection<String> skus) {
        return jdbc.sql(SELECT + " where sku = any (?)")
                .param(skus.toArray(String[]::new))
                .query(ListedProducts::product)
                .list();
    }

    static KeysetQuery query(Product.@Nullable Status status, Sorting sort, @Nullable String after) {
        return new KeysetQuery(SELECT, sort)
                .where("status = ?", status == null ? null : status.name())
                .after(after);
    }

    private static ProductAnswer product(ResultSet row, int number) throws SQLException {
        return new ProductAnswer(
                row.getString("sku"),
                row.getString("name"),
                BigMoney.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("price")),
                Product.Status.valueOf(row.getString("status")),
                instant(row, "registered_at"),
                instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
