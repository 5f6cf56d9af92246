package io.waybill.projection.control;

import io.waybill.projection.view.Sheet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One temporary table while it is filled, some thousand rows in each request. */
final class TemporarySheet implements Sheet, AutoCloseable {
    private static final int BATCH = 2_000;

    /** Keys that are handed out at once. */
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final String table;
    private final String wanted;
    private final PreparedStatement insert;
    private final List<String> keys = new ArrayList<>(BATCH);
    private final List<Long> hashes = new ArrayList<>(BATCH);

    /** @param wanted a table with the keys that are wanted, or empty text for all */
    TemporarySheet(Connection connection, JdbcClient jdbc, String table, String wanted) {
        this.jdbc = jdbc;
        this.table = table;
        this.wanted = wanted;
        try {
            this.insert =
                    connection.prepareStatement("insert into " + table + " (key, hash) select * from unnest(?, ?)");
        } catch (SQLException failed) {
            throw Sheets.failed("take rows", failed);
        }
    }

    @Override
    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public String wanted() {
        return wanted;
    }

    @Override
    public void forEachWanted(Consumer<List<String>> keys) {
        List<String> page = page("");
        while (!page.isEmpty()) {
            keys.accept(page);
            page = page(page.getLast());
        }
    }

    @Override
    public void add(String key, long hash) {
        keys.add(key);
        hashes.add(hash);
        if (keys.size() == BATCH) {
            write();
        }
    }

    /** Writes what is still waiting. */
    @Override
    public void close() {
        try (insert) {
            write();
        } catch (SQLException failed) {
            throw Sheets.failed("take rows", failed);
        }
    }

    private void write() {
        try {
            Connection connection = insert.getConnection();
            insert.setArray(1, connection.createArrayOf("text", keys.toArray()));
            insert.setArray(2, connection.createArrayOf("bigint", hashes.toArray()));
            insert.executeUpdate();
            keys.clear();
            hashes.clear();
        } catch (SQLException failed) {
            throw Sheets.failed("take rows", failed);
        }
    }

    private List<String> page(String after) {
        return jdbc.sql("select key from " + wanted + " where key > ? order by key limit " + PAGE)
                .param(after)
                .query(String.class)
                .list();
    }
}
