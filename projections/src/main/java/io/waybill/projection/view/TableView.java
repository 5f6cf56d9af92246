package io.waybill.projection.view;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model that is one table of the same name. */
public final class TableView implements View {
    private static final Pattern PLAIN = Pattern.compile("[a-z]+");

    private final String table;
    private final Set<String> aggregateTypes;
    private final JdbcClient jdbc;

    /** @param table lower-case letters only, since it becomes part of statements */
    public TableView(String table, Set<String> aggregateTypes, JdbcClient jdbc) {
        if (!PLAIN.matcher(table).matches()) {
            throw new IllegalArgumentException("a view's name is of lower-case letters: " + table);
        }
        this.table = table;
        this.aggregateTypes = Set.copyOf(aggregateTypes);
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return table;
    }

    @Override
    public Set<String> aggregateTypes() {
        return aggregateTypes;
    }

    /** Waits for readers of the table, and they for this transaction's end. */
    @Override
    public void empty() {
        jdbc.sql("truncate table " + table).update();
    }

    @Override
    public Shadow shadow(Object writer) {
        return new TableShadow(table, writer, jdbc);
    }

    @Override
    public Fingerprint fingerprint() {
        return jdbc.sql("select count(*), coalesce(sum(hashtextextended(v::text, 0)), 0) from " + table + " v")
                .query((row, number) ->
                        new Fingerprint(row.getLong(1), row.getBigDecimal(2).toBigIntegerExact()))
                .single();
    }
}
