package io.waybill.saga.progress;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a row and back. */
final class ReportRows {
    /** Of {@link #values}, one by one. */
    static final int[] TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.INTEGER,
        Types.ARRAY,
        Types.ARRAY,
        Types.TIMESTAMP_WITH_TIMEZONE
    };

    private ReportRows() {}

    static @Nullable Object[] values(Report report) {
        return new @Nullable Object[] {
            report.type(),
            report.id(),
            report.step(),
            time(report.since()),
            report.waitsFor(),
            time(report.dueAt()),
            report.overdue(),
            report.undone().toArray(String[]::new),
            report.reasons().toArray(String[]::new),
            time(report.endedAt())
        };
    }

    static Report read(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getString("saga_type"),
                row.getString("id"),
                row.getString("step"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("waits_for"),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                row.getInt("overdue"),
                texts(row.getArray("undone")),
                texts(row.getArray("reasons")),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
