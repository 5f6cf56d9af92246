package io.waybill.eventing.store;

import io.waybill.eventing.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the hash of an event's predecessor. A command has read its aggregate's last event in the transaction in which it
 * appends the next, so the hash is remembered from there, until the transaction ends; only where it is not known, the
 * database is asked. What is remembered cannot become wrong, because an event never changes.
 */
final class StreamHeads {
    /** Streams that a transaction remembers; the hash of another one is looked up. */
    private static final int MOST = 1_000;

    private static final String LOOK_UP = "select hash from event where aggregate_id = ? and sequence_number = ?";

    private final JdbcTemplate jdbc;

    StreamHeads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** To be told of the last event of a stream that was read. */
    void remember(String aggregateId, long version, Bytes hash) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Seen seen = seen();
            if (seen == null) {
                seen = new Seen();
                TransactionSynchronizationManager.bindResource(this, seen);
                TransactionSynchronizationManager.registerSynchronization(new Forgetting(seen, this));
            }
            if (seen.heads.size() < MOST || seen.heads.containsKey(aggregateId)) {
                seen.heads.put(aggregateId, new Head(version, hash));
            }
        }
    }

    /**
     * Each event with its hash. Where an event has no predecessor although it is not its stream's first, which no command
     * can bring about, its chain begins there.
     *
     * @param events of any streams, each stream's in their order
     */
    List<LinkedEvent> link(List<WrittenEvent> events) {
        Map<String, Head> appended = new HashMap<>();
        List<LinkedEvent> linked = new ArrayList<>(events.size());
        for (WrittenEvent event : events) {
            Bytes hash = EventHash.of(predecessor(event, appended), event);
            appended.put(event.aggregateId(), new Head(event.sequenceNumber(), hash));
            linked.add(new LinkedEvent(event, hash));
        }
        return linked;
    }

    private Bytes predecessor(WrittenEvent event, Map<String, Head> appended) {
        if (event.sequenceNumber() == 0) {
            return EventHash.NO_PREDECESSOR;
        }
        Head head = appended.get(event.aggregateId());
        Seen seen = seen();
        if (head == null && seen != null) {
            head = seen.heads.get(event.aggregateId());
        }
        return head != null && head.version == event.sequenceNumber() - 1
                ? head.hash
                : lookUp(event.aggregateId(), event.sequenceNumber() - 1);
    }

    private Bytes lookUp(String aggregateId, long version) {
        List<Bytes> found = jdbc.query(LOOK_UP, (row, number) -> Bytes.of(row.getBytes(1)), aggregateId, version);
        return found.isEmpty() ? EventHash.NO_PREDECESSOR : found.getFirst();
    }

    private @Nullable Seen seen() {
        return (Seen) TransactionSynchronizationManager.getResource(this);
    }

    private record Head(long version, Bytes hash) {}

    /** Of one transaction. */
    private static final class Seen extends ResourceHolderSupport {
        private final Map<String, Head> heads = new HashMap<>();
    }

    private static final class Forgetting extends ResourceHolderSynchronization<Seen, StreamHeads> {
        Forgetting(Seen seen, StreamHeads owner) {
            super(seen, owner);
        }
    }
}
