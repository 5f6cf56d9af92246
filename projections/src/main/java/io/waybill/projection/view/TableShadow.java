package io.waybill.projection.view;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A temporary table of the view's own name and shape: PostgreSQL looks there first, so the view's writer fills it without
 * knowing.
 */
final class TableShadow implements Shadow {
    private static final int FETCH = 2_000;

    private final String schema;
    private final String table;
    private final Object writer;
    private final JdbcClient jdbc;

    TableShadow(String schema, String table, Object writer, JdbcClient jdbc) {
        this.schema = schema;
        this.table = table;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    @Override
    public void create() {
        jdbc.sql("create temporary table " + table + " (like " + schema + "." + table + " including all)")
                .update();
    }

    @Override
    public Object writer() {
        return writer;
    }

    @Override
    public void readView(Rows rows) {
        jdbc.sql("select key, hash from (" + rowsOf(schema) + ") v")
                .withFetchSize(FETCH)
                .query(row -> {
                    rows.add(row.getString(1), row.getLong(2));
                });
    }

    @Override
    public boolean mayRunAhead() {
        return false;
    }

    @Override
    public String contents() {
        return "select key, hash, true as settled from (" + rowsOf("pg_temp") + ") v";
    }

    private String rowsOf(String where) {
        return "select jsonb_build_array(" + String.join(", ", TableRows.key(jdbc, schema, table))
                + ")::text as key, hashtextextended(v::text, 0) as hash from " + where + "." + table + " v";
    }
}
