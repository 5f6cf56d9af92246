package io.waybill.projection.generation;

import io.waybill.projection.generation.Generation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be done about each generation, put together from what the database says: a paused projection and a paused or
 * failed rebuild stand still, and so does whatever somebody holds for himself.
 */
@Component
final class Assignments {
    private static final String ALL = """
            select g.view, g.number, g.state, r.segments, r.events_per_second,
                   coalesce(g.held_until < now(), true)
                   and (g.state = 'BUILDING' or not exists (select from paused p where p.view = g.view))
                   and case g.state when 'BUILDING' then coalesce(r.state in ('REBUILDING', 'CATCHING_UP', 'COMPARING', 'READY'), false)
                                    else coalesce(r.state <> 'PAUSED', true) end as runs
              from generation g
              left join rebuild r on r.projection = g.view and r.generation = g.number and r.ended_at is null
             where g.state in ('BUILDING', 'SERVING', 'KEPT')
             order by g.view, g.number
            """;

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Assignment> all() {
        return jdbc.sql(ALL).query(Assignments::read).list();
    }

    private static Assignment read(ResultSet row, int number) throws SQLException {
        return new Assignment(
                row.getString("view"),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                row.getBoolean("runs"),
                row.getObject("segments", Integer.class),
                row.getObject("events_per_second", Integer.class));
    }
}
