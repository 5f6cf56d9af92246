package io.waybill.projection.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that operators did, to be read. */
@Repository
class History {
    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest of them first.
     *
     * @param projection of which; null for all
     * @param before those that came before the one with this id; null to begin with the newest
     */
    List<PastOperation> page(@Nullable String projection, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from operation
                         where (:projection::text is null or projection = :projection)
                           and (:before::bigint is null or operation_id < :before)
                         order by operation_id desc limit :limit
                        """)
                .param("projection", projection)
                .param("before", before)
                .param("limit", limit)
                .query(History::read)
                .list();
    }

    private static PastOperation read(ResultSet row, int number) throws SQLException {
        return new PastOperation(
                row.getLong("operation_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("projection"),
                row.getString("reason"),
                row.getString("detail"));
    }
}
