package io.waybill.projection.rebuild;

import io.waybill.projection.generation.BuildingStops.Failure;
import io.waybill.projection.rebuild.Rebuild.Comparison;
import io.waybill.projection.rebuild.Rebuild.Mode;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.rebuild.Rebuild.SwitchWhen;
import io.waybill.projection.view.Fingerprint;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row holds of a rebuild. */
final class RebuildRows {
    private RebuildRows() {}

    static Rebuild read(ResultSet row, int number) throws SQLException {
        @Nullable String resume = row.getString("resume_state");
        return new Rebuild(
                row.getObject("rebuild_id", UUID.class),
                row.getLong("number"),
                row.getString("projection"),
                Mode.valueOf(row.getString("mode")),
                SwitchWhen.valueOf(row.getString("switch_when")),
                row.getInt("segments"),
                row.getObject("events_per_second", Integer.class),
                State.valueOf(row.getString("state")),
                resume == null ? null : State.valueOf(resume),
                Objects.requireNonNull(instant(row, "asked_at")),
                row.getString("asked_by"),
                row.getString("reason"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getObject("generation", Integer.class),
                row.getObject("total", Long.class),
                row.getObject("done", Long.class),
                comparison(row),
                failure(row));
    }

    private static @Nullable Comparison comparison(ResultSet row) throws SQLException {
        return row.getBigDecimal("checksum_after") == null
                ? null
                : new Comparison(
                        fingerprint(row, "before"),
                        fingerprint(row, "after"),
                        row.getObject("differing", Long.class),
                        texts(row.getArray("examples")),
                        texts(row.getArray("compared_columns")));
    }

    private static Fingerprint fingerprint(ResultSet row, String when) throws SQLException {
        return new Fingerprint(
                row.getLong("rows_" + when),
                row.getBigDecimal("checksum_" + when).toBigIntegerExact());
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        @Nullable Long number = row.getObject("failure_number", Long.class);
        return number == null
                ? null
                : new Failure(
                        number,
                        row.getString("failure_event"),
                        row.getString("failure_aggregate"),
                        row.getString("failure_cause"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
