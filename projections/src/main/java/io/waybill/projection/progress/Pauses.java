package io.waybill.projection.progress;

import io.waybill.projection.progress.Progress.Pause;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projections that an operator has stopped. */
@Component
public final class Pauses {
    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By view. */
    public Map<String, Pause> all() {
        return jdbc
                .sql("select * from paused")
                .query((row, number) -> Map.entry(
                        row.getString("view"),
                        new Pause(
                                row.getString("paused_by"),
                                row.getString("reason"),
                                Objects.requireNonNull(row.getObject("paused_at", OffsetDateTime.class))
                                        .toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** False if it was stopped already; then nothing changes. */
    public boolean pause(String view, String by, @Nullable String reason) {
        return jdbc.sql("insert into paused (view, paused_by, reason) values (?, ?, ?) on conflict do nothing")
                        .param(view)
                        .param(by)
                        .param(reason)
                        .update()
                == 1;
    }

    /** False if it was not stopped. */
    public boolean resume(String view) {
        return jdbc.sql("delete from paused where view = ?").param(view).update() == 1;
    }
}
