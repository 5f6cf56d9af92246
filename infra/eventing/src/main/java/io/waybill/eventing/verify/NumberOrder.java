package io.waybill.eventing.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the partitions' events into the order of their numbers. In a partition numbers rise, but for what a relay
 * published once more, and for a batch of which the broker first took a later part. Nothing of the next batch is published
 * before all of the last one is there, so a number whose followers fill a partition's share of the room will not come.
 * Not thread-safe.
 */
final class NumberOrder {
    /** How many events of one partition may wait for a lower number: many times what a relay publishes in one batch. */
    static final int ROOM = 10_000;

    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private final Map<Integer, Integer> ofPartition = new HashMap<>();
    private final Published published;

    NumberOrder(Published published) {
        this.published = published;
    }

    void add(int partition, Entry entry) {
        @Nullable Waiting other = waiting.get(entry.number());
        if (entry.number() <= published.last()) {
            published.again(entry);
        } else if (other != null) {
            published.again(entry, other.entry().digest());
        } else {
            waiting.put(entry.number(), new Waiting(entry, partition));
            ofPartition.merge(partition, 1, Integer::sum);
        }
    }

    boolean isFull(int partition) {
        return ofPartition.getOrDefault(partition, 0) >= ROOM;
    }

    /** Whether the event behind the last one is here. */
    boolean hasFollower() {
        return !waiting.isEmpty() && waiting.firstKey() == published.last() + 1;
    }

    /** The event with the lowest number, or null where none waits. */
    @Nullable
    Entry lowest() {
        Map.@Nullable Entry<Long, Waiting> lowest = waiting.pollFirstEntry();
        if (lowest == null) {
            return null;
        }
        Waiting next = lowest.getValue();
        ofPartition.merge(next.partition(), -1, Integer::sum);
        published.first(next.entry());
        return next.entry();
    }

    private record Waiting(Entry entry, int partition) {}
}
