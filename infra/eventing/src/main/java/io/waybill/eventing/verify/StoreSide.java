package io.waybill.eventing.verify;

import io.waybill.eventing.store.EventLog;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store's events up to the cut, in the log's order, a page at a time. */
final class StoreSide implements Side {
    private static final int PAGE = 1_000;

    private final Connection connection;
    private final String topic;
    private final Cut cut;
    private StorePosition position = StorePosition.START;
    private Iterator<StoredEvent> page = List.<StoredEvent>of().iterator();
    private long count;
    private BigInteger checksum = BigInteger.ZERO;

    StoreSide(Connection connection, String topic, Cut cut) {
        this.connection = connection;
        this.topic = topic;
        this.cut = cut;
    }

    @Override
    public @Nullable Entry next() throws SQLException {
        if (!page.hasNext()) {
            page = EventLog.readAfter(connection, position, PAGE).iterator();
        }
        if (!page.hasNext()) {
            return null;
        }
        StoredEvent event = page.next();
        if (event.position().compareTo(cut.position()) > 0) {
            page = List.<StoredEvent>of().iterator();
            position = new StorePosition(Long.MAX_VALUE, 0);
            return null;
        }
        position = event.position();
        Entry entry = Digests.entry(topic, event);
        count++;
        checksum = checksum.add(BigInteger.valueOf(entry.digest()));
        return entry;
    }

    long count() {
        return count;
    }

    BigInteger checksum() {
        return checksum;
    }
}
