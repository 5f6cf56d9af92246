package io.waybill.projection.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model that is one table of the same name, in each generation's schema. */
public final class TableView implements View {
    private static final Pattern PLAIN = Pattern.compile("[a-z]+");

    private final String table;
    private final Set<String> aggregateTypes;
    private final JdbcClient jdbc;
    private final Repair repair;

    /**
     * A table whose rows can be made anew for a single aggregate.
     *
     * @param table lower-case letters only, since it becomes part of statements
     */
    public TableView(String table, Set<String> aggregateTypes, JdbcClient jdbc, OwnRows rows) {
        this(table, aggregateTypes, jdbc, rows.repair(table, jdbc));
    }

    /** @param notRepairable why its rows cannot be made anew for a single aggregate, in a sentence */
    public TableView(String table, Set<String> aggregateTypes, JdbcClient jdbc, String notRepairable) {
        this(table, aggregateTypes, jdbc, new Repair.Impossible(notRepairable));
    }

    private TableView(String table, Set<String> aggregateTypes, JdbcClient jdbc, Repair repair) {
        if (!PLAIN.matcher(table).matches()) {
            throw new IllegalArgumentException("a view's name is of lower-case letters: " + table);
        }
        this.table = table;
        this.aggregateTypes = Set.copyOf(aggregateTypes);
        this.jdbc = jdbc;
        this.repair = repair;
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
    public void empty(int generation) {
        jdbc.sql("truncate table " + table(generation)).update();
    }

    @Override
    public Shadow shadow(int generation, Object writer) {
        return new TableShadow(Schemas.name(table, generation), table, writer, jdbc);
    }

    @Override
    public Repair repair() {
        return repair;
    }

    @Override
    public Fingerprint fingerprint(int generation) {
        return jdbc.sql("select count(*), coalesce(sum(hashtextextended(v::text, 0)), 0) from " + table(generation)
                        + " v")
                .query((row, number) ->
                        new Fingerprint(row.getLong(1), row.getBigDecimal(2).toBigIntegerExact()))
                .single();
    }

    @Override
    public List<String> common(int one, int other) {
        boolean sameKey = TableRows.key(jdbc, Schemas.name(table, one), table)
                .equals(TableRows.key(jdbc, Schemas.name(table, other), table));
        List<TableRows.Column> common = new ArrayList<>(TableRows.columns(jdbc, Schemas.name(table, other), table));
        common.retainAll(TableRows.columns(jdbc, Schemas.name(table, one), table));
        return sameKey ? common.stream().map(TableRows.Column::name).toList() : List.of();
    }

    @Override
    public void copy(int generation, List<String> columns, Sheet sheet) {
        String rows = TableRows.query(sheet.jdbc(), Schemas.name(table, generation), table, columns);
        String wanted = sheet.wanted().isEmpty() ? "" : " where key in (select key from " + sheet.wanted() + ")";
        sheet.jdbc()
                .sql("insert into " + sheet.table() + " (key, hash) select key, hash from (" + rows + ") v" + wanted)
                .update();
    }

    private String table(int generation) {
        return Schemas.name(table, generation) + "." + table;
    }
}
