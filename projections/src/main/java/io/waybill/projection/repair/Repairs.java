package io.waybill.projection.repair;

import io.waybill.letters.store.Cause;
import io.waybill.projection.repair.RepairStatus.Failure;
import io.waybill.projection.repair.RepairStatus.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All repairs there were, and the aggregates that are waiting for theirs. Each is taken, repaired and put away in one
 * transaction: whatever is killed in between, it is done once.
 */
@Repository
class Repairs {
    /** How long one that met with passing trouble is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int FAILURES = 100;
    private static final int MAX_CAUSE = 500;

    private final JdbcClient jdbc;

    Repairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID begin(String projection, Collection<String> aggregates, String actor, @Nullable String reason) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into repair (repair_id, projection, asked_by, reason) values (?, ?, ?, ?)")
                .param(id)
                .param(projection)
                .param(actor)
                .param(reason)
                .update();
        jdbc.sql("insert into repair_item (repair_id, aggregate_id) select distinct ?, unnest(?)")
                .params(id, aggregates.toArray(new String[0]))
                .update();
        return id;
    }

    /** One that waits; until the current transaction ends nobody else gets it. */
    Optional<Item> take() {
        return jdbc.sql("""
                        select i.repair_id, r.projection, i.aggregate_id
                          from repair_item i join repair r using (repair_id)
                         where i.state = 'WAITING' and i.not_before <= now()
                         order by i.not_before, i.repair_id, i.aggregate_id
                         limit 1 for update of i skip locked
                        """)
                .query((row, number) -> new Item(
                        row.getObject("repair_id", UUID.class),
                        row.getString("projection"),
                        row.getString("aggregate_id")))
                .optional();
    }

    void done(Item item, long events) {
        end(item, "DONE", events + " events");
    }

    void failed(Item item, String cause) {
        end(item, "FAILED", Cause.storable(cause, MAX_CAUSE));
    }

    /** It is taken again after a pause. */
    void putOff(Item item) {
        jdbc.sql("""
                        update repair_item set not_before = now() + make_interval(secs => ?)
                         where repair_id = ? and aggregate_id = ? and state = 'WAITING'
                        """).params(PAUSE.toSeconds(), item.repair(), item.aggregate()).update();
    }

    Optional<RepairStatus> find(String projection, UUID id) {
        return jdbc.sql("""
                        select r.*, count(*) as total, count(*) filter (where i.state = 'DONE') as done,
                               count(*) filter (where i.state = 'FAILED') as failed, max(i.ended_at) as ended_at
                          from repair r join repair_item i using (repair_id)
                         where r.repair_id = ? and r.projection = ?
                         group by r.repair_id
                        """)
                .params(id, projection)
                .query((row, number) -> status(row))
                .optional();
    }

    private void end(Item item, String state, String detail) {
        jdbc.sql("""
                        update repair_item set state = ?, detail = ?, ended_at = clock_timestamp()
                         where repair_id = ? and aggregate_id = ? and state = 'WAITING'
                        """).params(state, detail, item.repair(), item.aggregate()).update();
    }

    private RepairStatus status(ResultSet row) throws SQLException {
        UUID id = row.getObject("repair_id", UUID.class);
        long total = row.getLong("total");
        long done = row.getLong("done");
        long failed = row.getLong("failed");
        boolean hasEnded = done + failed == total;
        return new RepairStatus(
                id,
                row.getString("projection"),
                hasEnded ? State.DONE : State.RUNNING,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getString("reason"),
                hasEnded ? instant(row) : null,
                total,
                done,
                failed,
                failures(id));
    }

    private List<Failure> failures(UUID repair) {
        return jdbc.sql("""
                        select aggregate_id, detail from repair_item where repair_id = ? and state = 'FAILED'
                         order by aggregate_id limit ?
                        """)
                .params(repair, FAILURES)
                .query((row, number) -> new Failure(row.getString(1), row.getString(2)))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime value = row.getObject("ended_at", OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** An aggregate that is waiting. */
    record Item(UUID repair, String projection, String aggregate) {}
}
