package io.waybill.projection.dryrun;

import io.waybill.letters.store.Cause;
import io.waybill.projection.dryrun.DryRun.Example;
import io.waybill.projection.dryrun.DryRun.State;
import io.waybill.web.ApiProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All dry runs there were. */
@Repository
class DryRuns {
    /** A run that was not heard of for so long went with its node. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int MAX_DETAIL = 2_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    DryRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws ApiProblem (409, DRY_RUN_RUNNING) while another one is under way, on whatever node */
    DryRun begin(String projection, long first, long last, String actor) {
        endTheLost();
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into dry_run (dry_run_id, projection, state, first_event, last_event, asked_by)
                            values (?, ?, 'RUNNING', ?, ?, ?)
                            """).params(id, projection, first, last, actor).update();
        } catch (DuplicateKeyException running) {
            throw jdbc.sql("select * from dry_run where state = 'RUNNING'")
                    .query(DryRuns::read)
                    .optional()
                    .map(DryRuns::running)
                    .orElseThrow(() -> running);
        }
        return find(projection, id).orElseThrow();
    }

    /**
     * Says that it goes on.
     *
     * @return false if it is no longer wanted
     */
    boolean progress(DryRun run, Instant startedAt, long done, long errors, List<Example> examples) {
        return jdbc.sql("""
                        update dry_run set seen_at = now(), started_at = ?, done = ?, errors = ?, examples = ?::jsonb
                         where dry_run_id = ? and state = 'RUNNING'
                        """)
                        .params(startedAt.atOffset(ZoneOffset.UTC), done, errors)
                        .params(JSON.writeValueAsString(examples), run.id())
                        .update()
                == 1;
    }

    /**
     * Ends it as this; what has ended stays as it is.
     *
     * @return whether it had not ended
     */
    boolean end(UUID id, State state, @Nullable String detail) {
        return jdbc.sql(
                                "update dry_run set state = ?, ended_at = now(), detail = ? where dry_run_id = ? and state = 'RUNNING'")
                        .param(state.name())
                        .param(detail == null ? null : Cause.storable(detail, MAX_DETAIL))
                        .param(id)
                        .update()
                == 1;
    }

    Optional<DryRun> find(String projection, UUID id) {
        endTheLost();
        return jdbc.sql("select * from dry_run where dry_run_id = ? and projection = ?")
                .params(id, projection)
                .query(DryRuns::read)
                .optional();
    }

    private void endTheLost() {
        jdbc.sql("""
                        update dry_run set state = 'FAILED', ended_at = now(), detail = 'The node that ran it is gone.'
                         where state = 'RUNNING' and seen_at < now() - make_interval(secs => ?)
                        """).param(SILENCE.toSeconds()).update();
    }

    private static ApiProblem running(DryRun run) {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "DRY_RUN_RUNNING",
                "A dry run of " + run.projection() + ", begun by " + run.askedBy() + " at " + run.askedAt()
                        + ", is under way.");
    }

    private static DryRun read(ResultSet row, int number) throws SQLException {
        return new DryRun(
                row.getObject("dry_run_id", UUID.class),
                row.getString("projection"),
                State.valueOf(row.getString("state")),
                row.getLong("first_event"),
                row.getLong("last_event"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("done"),
                row.getLong("errors"),
                List.of(JSON.readValue(row.getString("examples"), Example[].class)),
                row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
