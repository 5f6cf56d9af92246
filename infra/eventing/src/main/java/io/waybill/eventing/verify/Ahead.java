package io.waybill.eventing.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A side that can be looked into a little, without taking anything out. */
final class Ahead {
    /** How far: a larger piece that only one side has is counted event by event as different. */
    static final int FAR = 2_000;

    private final Side side;
    private final List<Entry> seen = new ArrayList<>();
    private int first;

    Ahead(Side side) {
        this.side = side;
    }

    /** The next one, which stays; null after the last. */
    @Nullable
    Entry peek() throws SQLException {
        return at(0);
    }

    Entry take() {
        Entry taken = seen.get(first++);
        if (first >= FAR) {
            seen.subList(0, first).clear();
            first = 0;
        }
        return taken;
    }

    /** How many stand before the event with this id, or -1 where it is not near. */
    int distanceTo(String eventId) throws SQLException {
        for (int distance = 0; distance < FAR; distance++) {
            Entry entry = at(distance);
            if (entry == null) {
                return -1;
            }
            if (entry.eventId().equals(eventId)) {
                return distance;
            }
        }
        return -1;
    }

    @Nullable
    Entry at(int distance) throws SQLException {
        while (seen.size() - first <= distance) {
            Entry next = side.next();
            if (next == null) {
                return null;
            }
            seen.add(next);
        }
        return seen.get(first + distance);
    }
}
