package io.waybill.projection.rebuild;

import io.waybill.projection.generation.BuildingStops;
import io.waybill.projection.rebuild.Rebuild.Comparison;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.view.Fingerprint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All rebuilds there were. Every change of state says which state it starts from, so that of two who change one rebuild at
 * once the second does nothing.
 */
@Component
public final class Rebuilds implements BuildingStops {
    private static final String ALL = "select * from rebuild ";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    Rebuilds(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Takes note of an order. Empty if the projection is being rebuilt, or it was asked for with this key before. */
    public Optional<Rebuild> ask(RebuildOrder order) {
        return jdbc.sql("""
                        insert into rebuild (rebuild_id, projection, mode, switch_when, segments, events_per_second, state,
                                             asked_by, reason, idempotency_key)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)
                        on conflict do nothing
                        returning *
                        """)
                .param(order.projection())
                .param(order.mode().name())
                .param(order.switchWhen().name())
                .param(order.segments())
                .param(order.eventsPerSecond())
                .param(order.askedBy())
                .param(order.reason())
                .param(order.key())
                .query(RebuildRows::read)
                .optional();
    }

    public Optional<Rebuild> find(String projection, UUID id) {
        return jdbc.sql(ALL + "where rebuild_id = ? and projection = ?")
                .params(id, projection)
                .query(RebuildRows::read)
                .optional();
    }

    /** The one that was asked for with this key. */
    public Optional<Rebuild> asked(String projection, @Nullable String key) {
        return jdbc.sql(ALL + "where projection = ? and idempotency_key = ?")
                .param(projection)
                .param(key)
                .query(RebuildRows::read)
                .optional();
    }

    /** The one of the projection that has not ended. */
    public Optional<Rebuild> unfinished(String projection) {
        return jdbc.sql(ALL + "where projection = ? and ended_at is null")
                .param(projection)
                .query(RebuildRows::read)
                .optional();
    }

    /** Those that have not ended, the oldest first. */
    public List<Rebuild> unfinished() {
        return jdbc.sql(ALL + "where ended_at is null order by number")
                .query(RebuildRows::read)
                .list();
    }

    /** Up to {@code limit} of the projection's with a smaller number, the newest first. */
    public List<Rebuild> page(String projection, long before, int limit) {
        return jdbc.sql(ALL + "where projection = ? and number < ? order by number desc limit ?")
                .params(projection, before, limit)
                .query(RebuildRows::read)
                .list();
    }

    /**
     * Whether it is the rebuild's turn: fewer than so many are under way, and nobody has waited longer. Waits for others who
     * ask this until the transaction ends, so that two nodes do not take the last place.
     */
    public boolean hasRoom(Rebuild rebuild, int atOnce) {
        jdbc.sql("lock table rebuild in share row exclusive mode").update();
        return jdbc.sql("""
                        select count(*) filter (where state in ('REBUILDING', 'CATCHING_UP', 'COMPARING')) < ?
                           and count(*) filter (where state = 'QUEUED' and number < ?) = 0
                          from rebuild where ended_at is null
                        """)
                .params(atOnce, rebuild.number())
                .query(Boolean.class)
                .single();
    }

    /** It begins, with this generation. */
    public boolean begun(Rebuild rebuild, int generation, long total) {
        return jdbc.sql("""
                        update rebuild set state = 'REBUILDING', started_at = now(), generation = ?, total = ?
                         where rebuild_id = ? and state = 'QUEUED'
                        """).params(generation, total, rebuild.id()).update() == 1;
    }

    /** From this state to that one. False if it is in another by now. */
    public boolean move(Rebuild rebuild, State from, State to) {
        return jdbc.sql("update rebuild set state = ?, resume_state = null where rebuild_id = ? and state = ?")
                        .params(to.name(), rebuild.id(), from.name())
                        .update()
                == 1;
    }

    /** Stops for a while; it will go on from the state that it is in. */
    public boolean pause(Rebuild rebuild) {
        return jdbc.sql("""
                        update rebuild set resume_state = coalesce(resume_state, state), state = 'PAUSED'
                         where rebuild_id = ? and state = ?
                        """).params(rebuild.id(), rebuild.state().name()).update() == 1;
    }

    /** Waits for its turn to go on from where it was paused or failed. */
    public boolean goOn(Rebuild rebuild, State from) {
        return jdbc.sql("""
                        update rebuild set state = 'QUEUED', resume_state = nullif(resume_state, 'QUEUED'), failure_number = null,
                               failure_event = null, failure_aggregate = null, failure_cause = null
                         where rebuild_id = ? and state = ?
                        """).params(rebuild.id(), from.name()).update() == 1;
    }

    public boolean cancel(Rebuild rebuild) {
        return jdbc.sql("update rebuild set state = 'CANCELLED', ended_at = now() where rebuild_id = ? and state = ?")
                        .params(rebuild.id(), rebuild.state().name())
                        .update()
                == 1;
    }

    /** False if it has ended. */
    public boolean throttle(Rebuild rebuild, @Nullable Integer eventsPerSecond) {
        return jdbc.sql("update rebuild set events_per_second = ? where rebuild_id = ? and ended_at is null")
                        .param(eventsPerSecond)
                        .param(rebuild.id())
                        .update()
                == 1;
    }

    public void compared(Rebuild rebuild, Comparison found) {
        jdbc.sql("""
                        update rebuild set rows_before = ?, checksum_before = ?, rows_after = ?, checksum_after = ?,
                               differing = ?, examples = ?, compared_columns = ?
                         where rebuild_id = ?
                        """)
                .param(found.before().rows())
                .param(new BigDecimal(found.before().checksum()))
                .param(found.after().rows())
                .param(new BigDecimal(found.after().checksum()))
                .param(found.differing())
                .param(found.examples().toArray(String[]::new))
                .param(found.columns().toArray(String[]::new))
                .param(rebuild.id())
                .update();
    }

    /** What the view held before it was emptied. */
    public void measuredBefore(Rebuild rebuild, Fingerprint before) {
        jdbc.sql("update rebuild set rows_before = ?, checksum_before = ? where rebuild_id = ?")
                .params(before.rows(), new BigDecimal(before.checksum()), rebuild.id())
                .update();
    }

    /** What it holds since it was filled again. */
    public void measuredAfter(Rebuild rebuild, Fingerprint after) {
        jdbc.sql("update rebuild set rows_after = ?, checksum_after = ? where rebuild_id = ?")
                .params(after.rows(), new BigDecimal(after.checksum()), rebuild.id())
                .update();
    }

    /** Readers see what it has built, up to this event. Does nothing if no rebuild of this generation is under way. */
    public void switched(String projection, int generation, long done) {
        jdbc.sql("""
                        update rebuild set state = 'SWITCHED', ended_at = now(), done = ?
                         where projection = ? and generation = ? and ended_at is null
                        """).params(done, projection, generation).update();
    }

    @Override
    public void stopped(String view, int generation, Failure failure) {
        ownTransaction.executeWithoutResult(status -> stop(view, generation, failure));
    }

    private void stop(String view, int generation, Failure failure) {
        int stopped = jdbc.sql("""
                        update rebuild set resume_state = state, state = 'FAILED', failure_number = ?, failure_event = ?,
                               failure_aggregate = ?, failure_cause = ?
                         where projection = ? and generation = ? and mode = 'SIDE_BY_SIDE'
                           and state in ('REBUILDING', 'CATCHING_UP', 'COMPARING', 'READY')
                        """)
                .param(failure.number())
                .param(failure.event())
                .param(failure.aggregate())
                .param(failure.cause())
                .param(view)
                .param(generation)
                .update();
        if (stopped == 1) {
            jdbc.sql("update generation set to_serve = false where view = ? and number = ?")
                    .params(view, generation)
                    .update();
        }
    }
}
