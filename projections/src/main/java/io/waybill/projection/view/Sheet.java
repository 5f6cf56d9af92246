package io.waybill.projection.view;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A temporary table of keys and hashes, so that a comparison's memory is PostgreSQL's. */
public interface Sheet extends Shadow.Rows {
    /** The connection that has the table; the service's own database is there as well. */
    JdbcClient jdbc();

    /** The table, with the columns {@code key} and {@code hash}. */
    String table();

    /** A table with the keys that are wanted, in its column {@code key}; empty text where all are. */
    String wanted();

    /** Hands out the keys that are wanted, page by page. */
    void forEachWanted(Consumer<List<String>> keys);
}
