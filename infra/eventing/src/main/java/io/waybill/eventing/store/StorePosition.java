package io.waybill.eventing.store;

import java.util.Comparator;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A place in the event store's final order: by transaction, then by row within it.
 *
 * @param transaction PostgreSQL's 64-bit transaction id
 * @param row the row's number, ascending within a transaction
 */
public record StorePosition(long transaction, long row) implements TrackingToken, Comparable<StorePosition> {
    /** Before the first event. */
    public static final StorePosition START = new StorePosition(0, 0);

    private static final Comparator<StorePosition> ORDER =
            Comparator.comparingLong(StorePosition::transaction).thenComparingLong(StorePosition::row);

    @Override
    public int compareTo(StorePosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return compareTo((StorePosition) other) <= 0 ? this : other;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return compareTo((StorePosition) other) >= 0 ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return compareTo((StorePosition) other) >= 0;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(row);
    }
}
