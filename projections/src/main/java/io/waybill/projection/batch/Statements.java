package io.waybill.projection.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A view's statements, for many rows at once, in one round trip. JDBC's batches take one for each statement, and more for
 * many rows. So the rows travel as one JSON text, and the server goes through them: an anonymous block that has each
 * statement in a loop of its own, in the order in which they were given here. Each row sees what those before it did.
 *
 * <p>The parameters' types are asked of the server once, when the first batch is written.
 */
public final class Statements {
    private final JdbcTemplate jdbc;
    private final List<String> statements;
    private volatile @Nullable String program;

    public Statements(JdbcTemplate jdbc, String... statements) {
        this.jdbc = jdbc;
        this.statements = List.of(statements);
    }

    /** What was given, in this order. */
    List<String> all() {
        return statements;
    }

    /**
     * Does all of it through the current transaction's connection.
     *
     * @param rows by statement: the values of its parameters; null stands for SQL's null
     * @param changed ids of what these rows are about: those who wait for a change are told when the transaction commits
     */
    public void run(Map<String, List<@Nullable Object[]>> rows, Collection<String> changed) {
        List<Object> batch = new ArrayList<>();
        for (String statement : statements) {
            batch.add(rows.getOrDefault(statement, List.of()).stream()
                    .map(RowText::of)
                    .toList());
        }
        batch.add(Notices.of(changed));
        String json = ViewJson.of(batch);
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement whole = connection.prepareStatement(program(connection))) {
                whole.setString(1, json);
                return whole.execute();
            }
        });
    }

    private String program(Connection connection) throws SQLException {
        String known = program;
        if (known == null) {
            known = compiled(connection);
            program = known;
        }
        return known;
    }

    /**
     * Asking for a statement's parameters locks its table until the transaction ends. Two batches that do so at once could
     * then wait for one another, if they lock the table for themselves: so these locks are given back.
     */
    private String compiled(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return compile(connection);
        }
        Savepoint before = connection.setSavepoint();
        try {
            return compile(connection);
        } finally {
            connection.rollback(before);
        }
    }

    private String compile(Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder("""
                select set_config('waybill.batch', ?, true) is null; do $batch$
                #variable_conflict use_column
                declare
                  batch_rows constant jsonb := current_setting('waybill.batch')::jsonb;
                  batch_row jsonb;
                begin
                """);
        for (int number = 0; number < statements.size(); number++) {
            text.append("for batch_row in select value from jsonb_array_elements(batch_rows -> ")
                    .append(number)
                    .append(") loop\n")
                    .append(withValues(connection, statements.get(number)))
                    .append(";\nend loop;\n");
        }
        return text.append("perform pg_notify('" + Notices.CHANNEL
                        + "', value) from jsonb_array_elements_text(batch_rows -> ")
                .append(statements.size())
                // Nobody reads a generation that does not serve, so nobody waits for it.
                .append(") where current_setting('waybill.readers', true) is distinct from 'none';\nend $batch$")
                .toString();
    }

    /** The statement with the row's values in the place of its parameters. */
    private static String withValues(Connection connection, String statement) throws SQLException {
        String[] pieces = statement.strip().split("\\?", -1);
        if (pieces.length == 1) {
            return pieces[0];
        }
        StringBuilder text = new StringBuilder(pieces[0]);
        try (PreparedStatement asked = connection.prepareStatement(statement)) {
            for (int i = 1; i < pieces.length; i++) {
                text.append("(batch_row ->> ")
                        .append(i - 1)
                        .append(")::")
                        .append(asked.getParameterMetaData().getParameterTypeName(i))
                        .append(pieces[i]);
            }
        }
        return text.toString();
    }
}
