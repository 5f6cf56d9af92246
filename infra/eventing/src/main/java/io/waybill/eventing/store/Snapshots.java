package io.waybill.eventing.store;

import io.waybill.eventing.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest snapshot of each aggregate, which also knows the hash of the event that it was made of. */
final class Snapshots {
    private static final String FIND = "select " + WrittenEvent.COLUMNS + """
            , (select hash from event e where e.aggregate_id = s.aggregate_id and e.sequence_number = s.sequence_number)
              from snapshot s where aggregate_id = ?
            """;
    private static final String KEEP_NEWEST = "insert into snapshot as old (" + WrittenEvent.COLUMNS + """
            )
            values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
            on conflict (aggregate_id) do update
               set event_id = excluded.event_id, sequence_number = excluded.sequence_number, name = excluded.name,
                   revision = excluded.revision, recorded_at = excluded.recorded_at, payload = excluded.payload,
                   metadata = excluded.metadata
             where old.sequence_number < excluded.sequence_number
            """;

    private final JdbcTemplate jdbc;
    private final StreamHeads heads;

    Snapshots(JdbcTemplate jdbc, StreamHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** Keeps the snapshot, unless the one that is there is as new. */
    void store(WrittenEvent snapshot) {
        jdbc.update(KEEP_NEWEST, snapshot.columns());
    }

    /** One or none. */
    List<DomainEventData<String>> find(String aggregateId) {
        return jdbc.query(FIND, (row, number) -> read(row), aggregateId);
    }

    private DomainEventData<String> read(ResultSet row) throws SQLException {
        DomainEventData<String> snapshot = WrittenEvent.read(row);
        byte @Nullable [] hash = row.getBytes(WrittenEvent.WIDTH + 1);
        if (hash != null) {
            heads.remember(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(), Bytes.of(hash));
        }
        return snapshot;
    }
}
