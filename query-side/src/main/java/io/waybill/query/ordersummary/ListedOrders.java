package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.parameter.KeysetQuery;
import io.waybill.query.parameter.KeysetQuery.Placed;
import io.waybill.query.parameter.KeysetQuery.Slice;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.parameter.SortKey;
import io.waybill.query.parameter.SortKey.Column;
import io.waybill.query.parameter.Sorting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders in pages, without their lines, which a list has no use for and which may be a thousand. By keys that never change,
 * so that pages neither repeat nor skip what stays; there is an index for each filter with each key.
 */
@Component
public final class ListedOrders {
    static final SortKey ORDERED = SortKey.of("orderedAt", Column.time("ordered_at"), Column.id("order_id"));
    static final SortKey PLACED = SortKey.of("placedAt", Column.time("placed_at"), Column.id("order_id"));
    static final List<SortKey> KEYS = List.of(ORDERED, PLACED);

    private static final String SELECT = """
            select order_id, reference, customer_id, status, country, total, currency, line_count, ordered_at, placed_at,
                   updated_at, version
              from ordersummary""";

    private final JdbcClient jdbc;

    ListedOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param placedTo up to it, and without it */
    public record Filter(
            @Nullable OrderStatus status,
            @Nullable String customer,
            @Nullable String country,
            @Nullable Instant placedFrom,
            @Nullable Instant placedTo) {
        boolean isByPlacing() {
            return placedFrom != null || placedTo != null;
        }
    }

    Slice<OrderPage.Item> page(Filter filter, Sorting sort, int limit, @Nullable String after) {
        return query(filter, sort, after).slice(jdbc, limit, ListedOrders::item);
    }

    /**
     * A page whose every order has the cursor behind which the next one begins.
     *
     * @param sort null for the usual order
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if {@code sort} or {@code after} does not go with the rest
     */
    public Slice<Placed<OrderPage.Item>> placed(
            Filter filter, @Nullable String sort, int limit, @Nullable String after) {
        return query(filter, sorting(sort, filter), after).placed(jdbc, limit, ListedOrders::item);
    }

    // One index cannot keep to a range of one key and be sorted by another.
    static Sorting sorting(@Nullable String sort, Filter filter) {
        SortKey usual = filter.isByPlacing() ? PLACED : ORDERED;
        Sorting sorting = sort == null ? new Sorting(usual, true) : Sorting.of(sort, KEYS);
        if (filter.isByPlacing() && !sorting.key().equals(usual)) {
            throw Parameters.invalid(
                    SortKey.PARAMETER, "must be placedAt or -placedAt together with placedFrom or placedTo");
        }
        return sorting;
    }

    static KeysetQuery query(Filter filter, Sorting sort, @Nullable String after) {
        OrderStatus status = filter.status();
        return new KeysetQuery(SELECT, sort)
                .where("status = ?", status == null ? null : status.name())
                .where("customer_id = ?", filter.customer())
                .where("country = ?", filter.country())
                .where("placed_at >= ?", time(filter.placedFrom()))
                .where("placed_at < ?", time(filter.placedTo()))
                .after(after);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static OrderPage.Item item(ResultSet row, int number) throws SQLException {
        return new OrderPage.Item(
                row.getObject("order_id", UUID.class),
                row.getString("reference"),
                row.getString("customer_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("country"),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("total")),
                row.getInt("line_count"),
                instant(row, "ordered_at"),
                instant(row, "placed_at"),
                instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
