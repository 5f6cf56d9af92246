package io.waybill.projection.view;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a view's table as keys and hashes. */
final class TableRows {
    private TableRows() {}

    /** The columns of the table's primary key, in the key's order, as they are written in statements. */
    static List<String> key(JdbcClient jdbc, String schema, String table) {
        return jdbc.sql("""
                        select quote_ident(a.attname)
                          from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                         where i.indisprimary and i.indrelid = ?::regclass
                         order by array_position(i.indkey::int2[], a.attnum)
                        """).param(schema + "." + table).query(String.class).list();
    }

    static List<Column> columns(JdbcClient jdbc, String schema, String table) {
        return jdbc.sql("""
                        select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
                        """)
                .param(schema + "." + table)
                .query((row, number) -> new Column(row.getString("name"), row.getString("type")))
                .list();
    }

    /** A query for {@code key} and {@code hash}: of all the columns, it is that of the fingerprint. */
    static String query(JdbcClient jdbc, String schema, String table, List<String> columns) {
        return "select jsonb_build_array(" + String.join(", ", key(jdbc, schema, table))
                + ")::text as key, hashtextextended(row(" + String.join(", ", columns)
                + ")::text, 0) as hash from " + schema + "." + table;
    }

    /** @param type as PostgreSQL writes it */
    record Column(String name, String type) {}
}
