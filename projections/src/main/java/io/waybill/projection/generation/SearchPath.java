package io.waybill.projection.generation;

import io.waybill.projection.view.Schemas;
import io.waybill.projection.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a view's name mean one generation of it for the rest of a transaction: writers name their tables without a schema, and
 * find them where the transaction's search path leads.
 *
 * <p>What nobody reads needs to tell nobody that it has changed, and need not reach the disk before the next batch is begun:
 * rows and position are lost together, if at all, and come again.
 */
@Component
public final class SearchPath {
    // A schema that has gone must not let its writer reach what has the same name elsewhere.
    private static final String IF_THERE =
            " where (select count(*) from regexp_split_to_table(?, ', ') s where to_regnamespace(s) is null) = 0";

    private static final String READ =
            "select set_config('search_path', ?, true), set_config('waybill.readers', 'all', true)" + IF_THERE;

    private static final String UNREAD =
            "select set_config('search_path', ?, true), set_config('waybill.readers', 'none', true),"
                    + " set_config('synchronous_commit', 'off', true)" + IF_THERE;

    private final JdbcClient jdbc;

    SearchPath(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Leads the transaction at hand to this generation.
     *
     * @param isRead whether readers see it
     * @throws IllegalStateException if its schema is gone
     */
    public void enter(View view, int generation, boolean isRead) {
        String path = Schemas.searchPath(view, generation);
        if (jdbc.sql(isRead ? READ : UNREAD)
                .params(path, path)
                .query()
                .listOfRows()
                .isEmpty()) {
            throw new IllegalStateException("the schema of " + path + " is gone");
        }
    }
}
