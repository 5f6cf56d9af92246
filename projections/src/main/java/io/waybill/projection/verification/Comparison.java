package io.waybill.projection.verification;

import io.waybill.eventing.verify.Differences;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.Shadow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the rows of the view with those of its copy, both in temporary tables, so that the memory stays PostgreSQL's. */
final class Comparison {
    /** Keys that are named; the others are only counted. */
    private static final int EXAMPLES = 5;

    private static final String MISSING = """
            from (select distinct key from copy_row c
                   where settled and not exists (select from view_row v where v.key = c.key)) found""";
    private static final String TOO_MANY = """
            from (select key from view_row v
                   where not exists (select from copy_row c where c.key = v.key)) found""";
    private static final String DIFFERENT = """
            from (select key from view_row v
                   where exists (select from copy_row c where c.key = v.key)
                     and not exists (select from copy_row c where c.key = v.key and c.hash = v.hash)) found""";

    private final JdbcClient jdbc;
    private final Differences differences;

    Comparison(JdbcClient jdbc, Differences differences) {
        this.jdbc = jdbc;
        this.differences = differences;
    }

    void compare(Shadow copy) {
        jdbc.sql("create temporary table copy_row as " + copy.contents()).update();
        jdbc.sql("analyze view_row, copy_row").update();
        look("missing in the view", MISSING);
        look("in the view and not in the log", TOO_MANY);
        look("different in the view", DIFFERENT);
    }

    /** What the view holds. */
    Fingerprint view() {
        return jdbc.sql("select count(*), coalesce(sum(hash), 0) from view_row")
                .query((row, number) ->
                        new Fingerprint(row.getLong(1), row.getBigDecimal(2).toBigIntegerExact()))
                .single();
    }

    private void look(String kind, String found) {
        long count = jdbc.sql("select count(*) " + found).query(Long.class).single();
        if (count > 0) {
            String examples = String.join(
                    ", ",
                    jdbc.sql("select key " + found + " order by key limit " + EXAMPLES)
                            .query(String.class)
                            .list());
            differences.add(kind, count, examples);
        }
    }
}
