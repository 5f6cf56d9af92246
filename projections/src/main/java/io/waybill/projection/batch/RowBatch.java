package io.waybill.projection.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that a batch of events makes of one table, written in one round trip. They are written statement by statement,
 * in the order in which the statements were declared (inserts before the updates that build on them), not in that of the
 * events. That is right because rows are guarded by their aggregate's version and an aggregate's events come in order.
 */
public final class RowBatch {
    /** Rows beyond which a batch writes what it has, within the same transaction, so that memory stays bounded. */
    static final int MAX_ROWS = 5_000;

    private final Statements statements;
    private final PerBatch<Gathered> rows = new PerBatch<>(this::none, this::write);

    public RowBatch(JdbcTemplate jdbc, String... statements) {
        this.statements = new Statements(jdbc, statements);
    }

    /**
     * Adds one row.
     *
     * @param statement one of those declared
     * @param values for its parameters; null stands for SQL's null
     */
    public void add(String statement, @Nullable Object... values) {
        Gathered gathered = rows.current();
        List<@Nullable Object[]> ofStatement = gathered.rows().get(statement);
        if (ofStatement == null) {
            throw new IllegalArgumentException("not a statement of this view: " + statement);
        }
        ofStatement.add(values);
        if (ofStatement.size() >= MAX_ROWS) {
            write(gathered);
        }
    }

    /** Says what the batch is about, to those who wait for it: they are told when it commits. */
    public void changed(Object id) {
        rows.current().changed().add(id.toString());
    }

    private Gathered none() {
        Map<String, List<@Nullable Object[]>> none = new LinkedHashMap<>();
        statements.all().forEach(statement -> none.put(statement, new ArrayList<>()));
        return new Gathered(none, new LinkedHashSet<>());
    }

    private void write(Gathered gathered) {
        statements.run(gathered.rows(), gathered.changed());
        gathered.rows().values().forEach(List::clear);
        gathered.changed().clear();
    }

    private record Gathered(Map<String, List<@Nullable Object[]>> rows, Set<String> changed) {}
}
