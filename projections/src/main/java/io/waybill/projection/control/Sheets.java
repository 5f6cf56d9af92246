package io.waybill.projection.control;

import io.waybill.projection.generation.Generation;
import io.waybill.projection.rebuild.Rebuild.Comparison;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.OwnConnection;
import io.waybill.projection.view.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The keys and hashes of two generations, and of those the ones that differ, in temporary tables of one connection. */
final class Sheets implements AutoCloseable {
    /** Keys that are named; the others are only counted. */
    private static final int EXAMPLES = 10;

    // settled: it differed the last time in the same way, and both had seen the same by now.
    private static final String FIRST = """
            insert into open_key
            select coalesce(b.key, a.key), b.hash, a.hash, false
              from before_row b full join after_row a on a.key = b.key where b.hash is distinct from a.hash
            """;
    private static final String AGAIN = """
            create temporary table looked on commit drop as
            select o.key, b.hash as before_hash, a.hash as after_hash,
                   b.hash is not distinct from o.before_hash and a.hash is not distinct from o.after_hash as settled
              from open_key o left join before_row b on b.key = o.key left join after_row a on a.key = o.key
             where b.hash is distinct from a.hash
            """;

    private final Connection connection;
    private final JdbcClient jdbc;

    private Sheets(Connection connection) throws SQLException {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        jdbc.sql("create temporary table before_row (key text not null, hash bigint not null)")
                .update();
        jdbc.sql("create temporary table after_row (key text not null, hash bigint not null)")
                .update();
        jdbc.sql("create temporary table open_key (key text, before_hash bigint, after_hash bigint, settled boolean)")
                .update();
        connection.commit();
    }

    static Sheets open(DataSource database) {
        try {
            return new Sheets(OwnConnection.open(database));
        } catch (SQLException failed) {
            throw failed("make room for a comparison", failed);
        }
    }

    /** Reads all rows of both, those in PostgreSQL as of one moment. */
    void read(View view, Generation before, Generation after, List<String> columns) {
        read(view, before, after, columns, "");
    }

    /** Reads those rows again that differ and may only have been late. */
    void readOpen(View view, Generation before, Generation after, List<String> columns) {
        read(view, before, after, columns, "open_key");
    }

    /** Takes note of what differs. */
    Comparison firstLook(List<String> columns) {
        jdbc.sql("analyze before_row, after_row").update();
        Fingerprint before = fingerprint("before_row");
        Fingerprint after = fingerprint("after_row");
        jdbc.sql(FIRST).update();
        commit();
        return new Comparison(before, after, null, List.of(), columns);
    }

    /** Keeps of what differs what still does. */
    void lookAgain() {
        jdbc.sql(AGAIN).update();
        jdbc.sql("truncate open_key").update();
        jdbc.sql("insert into open_key select * from looked").update();
        commit();
    }

    /** Whether anything differs of which that may change by itself. */
    boolean isOpen() {
        boolean open = jdbc.sql("select exists (select from open_key where not settled)")
                .query(Boolean.class)
                .single();
        commit();
        return open;
    }

    long differing() {
        return jdbc.sql("select count(*) from open_key").query(Long.class).single();
    }

    List<String> examples() {
        return jdbc.sql("select key from open_key order by key limit " + EXAMPLES)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Then its temporary tables are gone as well, which is all that matters here.
        }
    }

    private void read(View view, Generation before, Generation after, List<String> columns, String wanted) {
        jdbc.sql("truncate before_row, after_row").update();
        commit();
        copy(view, before, columns, "before_row", wanted);
        copy(view, after, columns, "after_row", wanted);
        commit();
    }

    private void copy(View view, Generation generation, List<String> columns, String table, String wanted) {
        try (TemporarySheet sheet = new TemporarySheet(connection, jdbc, table, wanted)) {
            view.copy(generation.number(), columns, sheet);
        }
    }

    private Fingerprint fingerprint(String table) {
        return jdbc.sql("select count(*), coalesce(sum(hash), 0) from " + table)
                .query((row, number) ->
                        new Fingerprint(row.getLong(1), row.getBigDecimal(2).toBigIntegerExact()))
                .single();
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException failed) {
            throw failed("commit", failed);
        }
    }

    static IllegalStateException failed(String what, SQLException cause) {
        return new IllegalStateException("the views' database did not " + what + ": " + cause.getMessage(), cause);
    }
}
