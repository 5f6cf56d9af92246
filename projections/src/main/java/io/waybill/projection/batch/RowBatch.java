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
    private final PerBatch<Gathered> rows = new PerBatch<>(this::none, this::finish);

    public RowBatch(JdbcTemplate jdbc, String... statements) {
        this.statements = new Statements(jdbc, statements);
    }

    /**
     * Adds one row.
     *
     * @param statement one of those declared
     * @param values for its parameters; null stands for SQL's null
     * @throws IllegalStateException if the batch has been written: who gathers for himself, and adds what he has gathered when
     *     the batch ends, must not have added anything before
     */
    public void add(String statement, @Nullable Object... values) {
        Gathered gathered = current();
        List<@Nullable Object[]> ofStatement = gathered.rows.get(statement);
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
        current().changed.add(id.toString());
    }

    private Gathered current() {
        Gathered gathered = rows.current();
        if (gathered.finished) {
            throw new IllegalStateException("the batch has been written");
        }
        return gathered;
    }

    private Gathered none() {
        Gathered none = new Gathered();
        statements.all().forEach(statement -> none.rows.put(statement, new ArrayList<>()));
        return none;
    }

    private void finish(Gathered gathered) {
        write(gathered);
        gathered.finished = true;
    }

    private void write(Gathered gathered) {
        statements.run(gathered.rows, gathered.changed);
        gathered.rows.values().forEach(List::clear);
        gathered.changed.clear();
    }

    /** One batch's. */
    private static final class Gathered {
        private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        private final Set<String> changed = new LinkedHashSet<>();
        private boolean finished;
    }
}
