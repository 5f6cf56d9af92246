package io.waybill.projection.generation;

import io.waybill.projection.generation.Generation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of all generations, which is the truth about them. Every method takes part in the transaction at hand. */
@Component
public final class Generations {
    private static final String ALL = "select * from generation ";

    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are not gone, by view and number. */
    public List<Generation> living() {
        return jdbc.sql(ALL + "where state <> 'DROPPED' order by view, number")
                .query(Generations::read)
                .list();
    }

    /** Those of the view that are not gone, by number. */
    public List<Generation> living(String view) {
        return jdbc.sql(ALL + "where view = ? and state <> 'DROPPED' order by number")
                .param(view)
                .query(Generations::read)
                .list();
    }

    /**
     * Those of the view that are filled, by number, but the one that readers see last. Until the transaction ends they stay
     * what they are.
     */
    public List<Generation> holdFilled(String view) {
        return jdbc.sql(ALL + """
                        where view = ? and state in ('BUILDING', 'SERVING', 'KEPT')
                        order by state = 'SERVING', number for share
                        """).param(view).query(Generations::read).list();
    }

    public Optional<Generation> find(String view, int number) {
        return jdbc.sql(ALL + "where view = ? and number = ?")
                .params(view, number)
                .query(Generations::read)
                .optional();
    }

    /** The one that readers see; empty before the first was made. */
    public Optional<Generation> serving(String view) {
        return jdbc.sql(ALL + "where view = ? and state = 'SERVING'")
                .param(view)
                .query(Generations::read)
                .optional();
    }

    /** @throws IllegalStateException before the first was made */
    public Generation servingNow(String view) {
        return serving(view).orElseThrow(() -> new IllegalStateException(view + " has not been made yet"));
    }

    /** Takes note of one more generation, which is still to be made. */
    public Generation begin(String view) {
        return jdbc.sql("""
                        insert into generation (view, number, state)
                        select ?, coalesce(max(number), 0) + 1, 'MAKING' from generation where view = ? returning *
                        """).params(view, view).query(Generations::read).single();
    }

    /** It is made: a view's first serves from its first event on, any other is built beside the one that serves. */
    public void made(Generation generation) {
        jdbc.sql("""
                        update generation g
                           set state = case when exists (select from generation o where o.view = g.view and o.state = 'SERVING')
                                       then 'BUILDING' else 'SERVING' end
                         where view = ? and number = ? and state = 'MAKING'
                        """).params(generation.view(), generation.number()).update();
    }

    /** Decides that this one is to serve. False if it cannot: it is gone, not there yet, or serves already. */
    public boolean decide(String view, int number) {
        return jdbc.sql("update generation set to_serve = true"
                                + " where view = ? and number = ? and state in ('BUILDING', 'KEPT')")
                        .params(view, number)
                        .update()
                == 1;
    }

    public void decideOtherwise(String view, int number) {
        jdbc.sql("update generation set to_serve = false where view = ? and number = ?")
                .params(view, number)
                .update();
    }

    /** The one serves, the other is kept for so long, and what was kept before is not needed any more. */
    public void switched(Generation from, Generation to, Duration keep) {
        jdbc.sql("update generation set state = 'DROPPING' where view = ? and state = 'KEPT' and number <> ?")
                .params(to.view(), to.number())
                .update();
        jdbc.sql("""
                        update generation set state = 'KEPT', kept_until = now() + make_interval(secs => ?)
                         where view = ? and number = ? and state = 'SERVING'
                        """)
                .params(keep.toMillis() / 1_000.0, from.view(), from.number())
                .update();
        jdbc.sql("""
                        update generation set state = 'SERVING', to_serve = false, kept_until = null
                         where view = ? and number = ?
                        """).params(to.view(), to.number()).update();
    }

    /** Nobody needs it any more. False if it serves, or was decided to. */
    public boolean discardUnlessToServe(String view, int number) {
        return jdbc.sql("""
                        update generation set state = 'DROPPING'
                         where view = ? and number = ? and state in ('MAKING', 'BUILDING') and not to_serve
                        """).params(view, number).update() == 1;
    }

    /** Those that were kept long enough are not needed any more. */
    public void discardExpired() {
        jdbc.sql("update generation set state = 'DROPPING'"
                        + " where state = 'KEPT' and kept_until < now() and not to_serve")
                .update();
    }

    public void dropped(Generation generation) {
        jdbc.sql("update generation set state = 'DROPPED' where view = ? and number = ? and state = 'DROPPING'")
                .params(generation.view(), generation.number())
                .update();
    }

    /** No node is to work on it for so long; ends by itself, whatever becomes of the caller. */
    public void hold(Generation generation, Duration time) {
        jdbc.sql("update generation set held_until = now() + make_interval(secs => ?) where view = ? and number = ?")
                .params(time.toMillis() / 1_000.0, generation.view(), generation.number())
                .update();
    }

    public void release(Generation generation) {
        jdbc.sql("update generation set held_until = null where view = ? and number = ?")
                .params(generation.view(), generation.number())
                .update();
    }

    private static Generation read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime keptUntil = row.getObject("kept_until", OffsetDateTime.class);
        return new Generation(
                row.getString("view"),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("to_serve"),
                keptUntil == null ? null : keptUntil.toInstant());
    }
}
