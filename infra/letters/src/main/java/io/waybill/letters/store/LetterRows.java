package io.waybill.letters.store;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a row holds of a letter, parked or discarded. */
final class LetterRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private LetterRows() {}

    static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getString("processor"),
                row.getLong("number"),
                row.getString("sequence"),
                event(row),
                cause(row),
                Objects.requireNonNull(instant(row, "parked_at")),
                row.getInt("attempts"),
                instant(row, "last_attempt_at"));
    }

    static DiscardedLetter discarded(ResultSet row, int number) throws SQLException {
        return new DiscardedLetter(
                row.getLong("discarded_id"),
                letter(row, number),
                row.getString("reason"),
                row.getString("actor"),
                Objects.requireNonNull(instant(row, "discarded_at")));
    }

    static Parked parked(ResultSet row, int number) throws SQLException {
        return new Parked(row.getLong("count"), instant(row, "min"));
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        byte @Nullable [] hash = row.getBytes("hash");
        return new RecordedEvent(
                row.getString("event_id"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getString("name"),
                row.getString("revision"),
                Objects.requireNonNull(instant(row, "recorded_at")),
                Bytes.of(row.getBytes("payload")),
                JSON.readValue(row.getString("metadata"), TEXTS),
                hash == null ? null : Bytes.of(hash));
    }

    private static @Nullable Cause cause(ResultSet row) throws SQLException {
        String type = row.getString("cause_type");
        return type == null ? null : new Cause(type, row.getString("cause_message"), row.getString("cause_stack"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
