package io.waybill.query.parameter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One page of a list, whose next one begins behind the last row's key (https://use-the-index-luke.com/no-offset): so the
 * ten-thousandth page costs what the first does, and rows that come in meanwhile shift nothing.
 */
public final class KeysetQuery {
    private final String select;
    private final Sorting sort;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param select with all columns of the sort key, up to and with {@code from} and its table */
    public KeysetQuery(String select, Sorting sort) {
        this.select = select;
        this.sort = sort;
    }

    /**
     * Keeps to some of the rows.
     *
     * @param condition with one parameter
     * @param value null if the request does not ask for it
     */
    public KeysetQuery where(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    /**
     * Begins behind the page before.
     *
     * @param cursor what that page gave out; null for the first page
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if none like it was given out for this order
     */
    public KeysetQuery after(@Nullable String cursor) {
        if (cursor != null) {
            List<SortKey.Column> columns = sort.key().columns();
            List<String> parts = parts(cursor, columns.size() + 1);
            if (!parts.getFirst().equals(sort.name())) {
                throw Parameters.invalid(
                        Cursor.PARAMETER, "is of a list in the order " + parts.getFirst() + ": it goes with that only");
            }
            conditions.add(sort.behind());
            for (int i = 0; i < columns.size(); i++) {
                values.add(columns.get(i).read(parts.get(i + 1)));
            }
        }
        return this;
    }

    /** The statement for a page of so many rows, and one more that tells whether there is a next page. */
    public String sql() {
        return select
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by " + sort.orderBy() + " limit ?";
    }

    /** For {@link #sql()}. */
    public List<Object> values(int limit) {
        List<Object> all = new ArrayList<>(values);
        all.add(limit + 1);
        return all;
    }

    public <T> Slice<T> slice(JdbcClient jdbc, int limit, RowMapper<T> mapper) {
        Slice<Placed<T>> page = read(jdbc, limit, mapper, number -> number == limit - 1);
        return new Slice<>(page.items().stream().map(Placed::row).toList(), page.next());
    }

    /** A page in which each row has a cursor, and not only the last one. */
    public <T> Slice<Placed<T>> placed(JdbcClient jdbc, int limit, RowMapper<T> mapper) {
        return read(jdbc, limit, mapper, number -> true);
    }

    private <T> Slice<Placed<T>> read(JdbcClient jdbc, int limit, RowMapper<T> mapper, IntPredicate isPlaced) {
        List<Placed<T>> found = jdbc.sql(sql())
                .params(values(limit))
                .query((row, number) ->
                        new Placed<>(mapper.mapRow(row, number), isPlaced.test(number) ? place(row) : ""))
                .list();
        List<Placed<T>> page = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        return new Slice<>(page, found.size() > limit ? page.getLast().cursor() : null);
    }

    private String place(ResultSet row) throws SQLException {
        List<Object> parts = new ArrayList<>(List.of(sort.name()));
        for (SortKey.Column column : sort.key().columns()) {
            parts.add(column.kind().of(row, column.name()));
        }
        return Cursor.of(parts.toArray());
    }

    private static List<String> parts(String cursor, int count) {
        try {
            return Cursor.parts(cursor, count);
        } catch (IllegalArgumentException foreign) {
            throw Cursor.broken();
        }
    }

    /** @param cursor what to ask for {@code after} to get what comes behind this row */
    public record Placed<T>(T row, String cursor) {}

    /** @param next what to ask for {@code after} to get the next page; null on the last */
    public record Slice<T>(List<T> items, @Nullable String next) {}
}
