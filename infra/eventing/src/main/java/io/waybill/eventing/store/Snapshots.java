package io.waybill.eventing.store;

import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest snapshot of each aggregate. */
final class Snapshots {
    private static final String FIND = "select " + WrittenEvent.COLUMNS + " from snapshot where aggregate_id = ?";
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

    Snapshots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the snapshot, unless the one that is there is as new. */
    void store(WrittenEvent snapshot) {
        jdbc.update(KEEP_NEWEST, snapshot.columns());
    }

    /** One or none. */
    List<DomainEventData<String>> find(String aggregateId) {
        return jdbc.query(FIND, (row, number) -> WrittenEvent.read(row), aggregateId);
    }
}
