package io.waybill.eventing.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of all partitions back into the one order in which they were published. Since numbers are dense, the
 * next record is known; what comes early waits here, what comes again (a relay that published once more after a crash)
 * is dropped. Not thread-safe.
 */
final class OrderedMerge {
    private final Map<Long, ConsumerRecord<String, byte[]>> early = new HashMap<>();
    private final long[] safeOffsets;
    private final int[] waiting;
    private long last;

    OrderedMerge(LogPosition start, int partitions) {
        last = start.number();
        safeOffsets = IntStream.range(0, partitions)
                .mapToLong(partition ->
                        partition < start.offsets().size() ? start.offsets().get(partition) : 0)
                .toArray();
        waiting = new int[partitions];
    }

    void add(ConsumerRecord<String, byte[]> record) {
        long number = EventNumber.of(record);
        if (number <= last) {
            // Not while an earlier record of this partition waits: a relay that was thought dead may repeat an old
            // record behind one that nobody will repeat.
            if (!isAhead(record.partition())) {
                passed(record);
            }
        } else if (early.putIfAbsent(number, record) == null) {
            waiting[record.partition()]++;
        }
    }

    /** The next record in order, or null while it has not come. */
    @Nullable
    ConsumerRecord<String, byte[]> next() {
        ConsumerRecord<String, byte[]> record = early.remove(last + 1);
        if (record != null) {
            last++;
            waiting[record.partition()]--;
            passed(record);
        }
        return record;
    }

    /** The number of the event that {@link #next} gave last. */
    long last() {
        return last;
    }

    /** Where each partition would have to be read from on, to meet everything behind {@link #last}. */
    List<Long> offsets() {
        List<Long> offsets = new ArrayList<>(safeOffsets.length);
        for (long offset : safeOffsets) {
            offsets.add(offset);
        }
        return offsets;
    }

    /** How many records wait for an earlier one. */
    int early() {
        return early.size();
    }

    /** Whether this partition has records that wait, so that the one which is missing stands in another. */
    boolean isAhead(int partition) {
        return waiting[partition] > 0;
    }

    // What a relay published behind this record it published in order, so it stands at a higher offset; and had the
    // relay
    // died on the way, its successor would have repeated it at a higher one still.
    private void passed(ConsumerRecord<String, byte[]> record) {
        safeOffsets[record.partition()] = Math.max(safeOffsets[record.partition()], record.offset() + 1);
    }
}
