package io.waybill.eventing.verify;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.store.EventHash;
import io.waybill.eventing.store.EventStreams;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Walks through every aggregate's events, page by page along the unique index: each has to follow its predecessor by
 * number, by place in the log, and by hash. What is appended meanwhile lies behind the cut and is passed over.
 */
final class Sequences {
    static final String UNCHAINED = "not what its hash says";

    private static final int PAGE = 1_000;

    private final Connection connection;
    private final Cut cut;
    private final Differences differences;
    private String aggregate = "";
    private long version = -1;
    private StorePosition place = StorePosition.START;
    private Bytes hash = EventHash.NO_PREDECESSOR;
    private long aggregates;

    Sequences(Connection connection, Cut cut, Differences differences) {
        this.connection = connection;
        this.cut = cut;
        this.differences = differences;
    }

    /** @return how many aggregates there are */
    long check(Watcher watcher) throws SQLException {
        long done = 0;
        List<StoredEvent> page;
        do {
            page = EventStreams.after(connection, aggregate, version, PAGE);
            page.forEach(this::look);
            done += page.size();
            watcher.at("sequences", Math.min(done, cut.number()), cut.number());
        } while (page.size() == PAGE);
        return aggregates;
    }

    private void look(StoredEvent event) {
        boolean first = !event.aggregateId().equals(aggregate);
        if (event.position().compareTo(cut.position()) <= 0) {
            aggregates += first ? 1 : 0;
            follows(event, first);
        }
        aggregate = event.aggregateId();
        version = event.sequenceNumber();
        place = event.position();
        hash = event.hash();
    }

    private void follows(StoredEvent event, boolean first) {
        long expected = first ? 0 : version + 1;
        long sequence = event.sequenceNumber();
        String entity = event.aggregateType() + " " + event.aggregateId();
        if (sequence > expected) {
            differences.add(
                    "missing in the store",
                    sequence - expected,
                    entity + " has version " + sequence + " and not version " + expected);
        } else if (!isChainedTo(first ? EventHash.NO_PREDECESSOR : hash, event)) {
            differences.add(UNCHAINED, entity + ", version " + sequence);
        }
        if (!first && event.position().compareTo(place) < 0) {
            differences.add(
                    "stored in the wrong order",
                    entity + ", version " + sequence + " stands before version " + version);
        }
    }

    private static boolean isChainedTo(Bytes previous, StoredEvent event) {
        try {
            return Arrays.equals(
                    EventHash.of(previous, event).get(), event.hash().get());
        } catch (JacksonException spoiled) {
            return false;
        }
    }
}
