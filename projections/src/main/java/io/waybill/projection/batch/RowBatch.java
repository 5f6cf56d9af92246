package io.waybill.projection.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that a batch of events makes of one table: one JDBC batch for each statement, in the order in which the
 * statements were declared (inserts before the updates that build on them), not in that of the events. That is right
 * because rows are guarded by their aggregate's version and an aggregate's events come in order.
 */
public final class RowBatch {
    /** Rows beyond which a batch writes what it has, within the same transaction, so that memory stays bounded. */
    static final int MAX_ROWS = 5_000;

    private final JdbcTemplate jdbc;
    private final List<String> statements;
    private final PerBatch<Map<String, List<@Nullable Object[]>>> rows = new PerBatch<>(this::none, this::write);

    public RowBatch(JdbcTemplate jdbc, String... statements) {
        this.jdbc = jdbc;
        this.statements = List.of(statements);
    }

    /**
     * Adds one row.
     *
     * @param statement one of those declared
     * @param values for its parameters; null stands for SQL's null text
     */
    public void add(String statement, @Nullable Object... values) {
        Map<String, List<@Nullable Object[]>> gathered = rows.current();
        List<@Nullable Object[]> ofStatement = gathered.get(statement);
        if (ofStatement == null) {
            throw new IllegalArgumentException("not a statement of this view: " + statement);
        }
        ofStatement.add(values);
        if (ofStatement.size() >= MAX_ROWS) {
            write(gathered);
        }
    }

    private Map<String, List<@Nullable Object[]>> none() {
        Map<String, List<@Nullable Object[]>> none = new LinkedHashMap<>();
        statements.forEach(statement -> none.put(statement, new ArrayList<>()));
        return none;
    }

    private void write(Map<String, List<@Nullable Object[]>> gathered) {
        gathered.forEach((statement, ofStatement) -> {
            if (!ofStatement.isEmpty()) {
                jdbc.batchUpdate(statement, ofStatement, ofStatement.size(), RowBatch::fill);
                ofStatement.clear();
            }
        });
    }

    // Every null has one type, because a parameter that changes its type within a batch costs a round trip each time.
    private static void fill(PreparedStatement row, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                row.setNull(i + 1, Types.VARCHAR);
            } else if (value instanceof String text) {
                row.setString(i + 1, StorableText.of(text));
            } else {
                row.setObject(i + 1, value);
            }
        }
    }
}
