package io.waybill.projection.rebuild;

import io.waybill.projection.rebuild.Rebuild.Measured;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.view.Fingerprint;
import io.waybill.web.ApiProblem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All rebuilds there were. */
@Repository
class Rebuilds {
    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws ApiProblem (409, REBUILD_RUNNING) if the projection is being rebuilt */
    Rebuild begin(String projection) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("insert into rebuild (rebuild_id, projection, state) values (?, ?, 'PREPARING')")
                    .params(id, projection)
                    .update();
        } catch (DuplicateKeyException running) {
            throw new ApiProblem(HttpStatus.CONFLICT, "REBUILD_RUNNING", projection + " is already being rebuilt.");
        }
        return find(projection, id).orElseThrow();
    }

    void emptied(Rebuild rebuild, Measured before, long total) {
        jdbc.sql("""
                        update rebuild set state = 'REPLAYING', replaying_since = now(), total = ?, rows_before = ?,
                               checksum_before = ?, position_before = ?
                         where rebuild_id = ? and state = 'PREPARING'
                        """)
                .param(total)
                .param(before.fingerprint().rows())
                .param(new BigDecimal(before.fingerprint().checksum()))
                .param(before.position())
                .param(rebuild.id())
                .update();
    }

    void done(Rebuild rebuild, Measured after) {
        jdbc.sql("""
                        update rebuild set state = 'DONE', ended_at = now(), rows_after = ?, checksum_after = ?,
                               position_after = ?
                         where rebuild_id = ? and state = 'REPLAYING'
                        """)
                .param(after.fingerprint().rows())
                .param(new BigDecimal(after.fingerprint().checksum()))
                .param(after.position())
                .param(rebuild.id())
                .update();
    }

    void failed(Rebuild rebuild, String detail) {
        jdbc.sql("update rebuild set state = 'FAILED', ended_at = now(), detail = ? where rebuild_id = ?"
                        + " and state = 'PREPARING'")
                .params(detail, rebuild.id())
                .update();
    }

    Optional<Rebuild> find(String projection, UUID id) {
        return jdbc.sql("select * from rebuild where rebuild_id = ? and projection = ?")
                .params(id, projection)
                .query(Rebuilds::read)
                .optional();
    }

    List<Rebuild> unfinished() {
        return jdbc.sql("select * from rebuild where state in ('PREPARING', 'REPLAYING') order by asked_at")
                .query(Rebuilds::read)
                .list();
    }

    private static Rebuild read(ResultSet row, int number) throws SQLException {
        return new Rebuild(
                row.getObject("rebuild_id", UUID.class),
                row.getString("projection"),
                State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "replaying_since"),
                instant(row, "ended_at"),
                row.getObject("total", Long.class),
                measured(row, "before"),
                measured(row, "after"),
                row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Measured measured(ResultSet row, String when) throws SQLException {
        BigDecimal checksum = row.getBigDecimal("checksum_" + when);
        return checksum == null
                ? null
                : new Measured(
                        new Fingerprint(row.getLong("rows_" + when), checksum.toBigIntegerExact()),
                        row.getObject("position_" + when, Long.class));
    }
}
