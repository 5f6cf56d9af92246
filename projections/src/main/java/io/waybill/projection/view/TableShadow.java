package io.waybill.projection.view;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A temporary table of the view's own name and shape: PostgreSQL looks there first, so the view's writer fills it without
 * knowing.
 */
final class TableShadow implements Shadow {
    private static final int FETCH = 2_000;

    private final String table;
    private final Object writer;
    private final JdbcClient jdbc;

    TableShadow(String table, Object writer, JdbcClient jdbc) {
        this.table = table;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    @Override
    public void create() {
        jdbc.sql("create temporary table " + table + " (like public." + table + " including all)")
                .update();
    }

    @Override
    public Object writer() {
        return writer;
    }

    @Override
    public void readView(Rows rows) {
        jdbc.sql("select key, hash from (" + rowsOf("public") + ") v")
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

    private String rowsOf(String schema) {
        return "select jsonb_build_array(" + keyColumns() + ")::text as key, hashtextextended(v::text, 0) as hash from "
                + schema + "." + table + " v";
    }

    private String keyColumns() {
        return jdbc.sql("""
                        select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
                          from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                         where i.indisprimary and i.indrelid = ('public.' || ?)::regclass
                        """).param(table).query(String.class).single();
    }
}
