package io.waybill.projection.view;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The part of a view's generations that lies in PostgreSQL: generation 3 of {@code ordersummary} is the schema
 * {@code ordersummary_3}, as the scripts of {@code db/view/ordersummary} make it. Readers know nothing of it: each table of
 * the generation that serves is a plain SQL view of its name in the schema {@code public}.
 */
@Component
public final class Schemas {
    /** What Flyway notes in each schema; no table of the view. */
    private static final String HISTORY = "flyway_schema_history";

    /** How long a switch waits for readers at work, while new ones wait for it. It is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Map<String, Boolean> WITH_TABLES = new ConcurrentHashMap<>();

    private final DataSource database;
    private final JdbcClient jdbc;

    Schemas(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** The generation's schema; both parts are of letters and digits, so that the name can stand in statements. */
    public static String name(String view, int generation) {
        return view + "_" + generation;
    }

    /** Where the generation's writer finds its tables, and what all views share. */
    public static String searchPath(View view, int generation) {
        return has(view) ? name(view.name(), generation) + ", public" : "public";
    }

    /** Whether the view has tables at all. Each transaction of each writer asks. */
    public static boolean has(View view) {
        return WITH_TABLES.computeIfAbsent(view.name(), Schemas::hasScripts);
    }

    private static boolean hasScripts(String view) {
        return Schemas.class.getResource("/db/view/" + view + "/V1__" + view + ".sql") != null;
    }

    /** Makes the generation's tables, or brings them up to this release's. */
    public void migrate(View view, int generation) {
        if (has(view)) {
            Flyway.configure(Schemas.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/view/" + view.name())
                    .defaultSchema(name(view.name(), generation))
                    .table(HISTORY)
                    .createSchemas(true)
                    // A release that was gone back to meets what a later one has added.
                    .ignoreMigrationPatterns("*:future", "*:missing")
                    .load()
                    .migrate();
        }
    }

    /** Lets readers see this generation, when the caller's transaction commits. */
    public void serve(View view, int generation) {
        if (!has(view)) {
            return;
        }
        jdbc.sql("set local lock_timeout = '" + PATIENCE.toMillis() + "ms'").update();
        String schema = name(view.name(), generation);
        Set<String> shown = new HashSet<>(shown(view));
        for (String table : tables(schema)) {
            new ShownTable(jdbc, schema, table).show();
            shown.remove(table);
        }
        shown.forEach(gone -> jdbc.sql("drop view public." + quoted(gone)).update());
    }

    /** Takes the generation's tables away, in the caller's transaction. */
    public void drop(View view, int generation) {
        if (has(view)) {
            jdbc.sql("drop schema if exists " + name(view.name(), generation) + " cascade")
                    .update();
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private List<String> tables(String schema) {
        return jdbc.sql("select tablename from pg_tables where schemaname = ? and tablename <> ? order by tablename")
                .params(schema, HISTORY)
                .query(String.class)
                .list();
    }

    /** What readers see of any generation of the view. */
    private List<String> shown(View view) {
        return jdbc.sql("""
                        select distinct view_name::text from information_schema.view_table_usage
                         where view_schema = 'public' and table_schema ~ ('^' || ? || '_[0-9]+$')
                        """).param(view.name()).query(String.class).list();
    }
}
