package io.waybill.eventing.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What the topic has given so far, so that what only comes again can be told from what contradicts. */
final class Published {
    /** Numbers whose digests are kept: 64 MiB. What lies beyond may come again uncompared. */
    static final long KEPT = 8L << 20;

    private static final int PIECE = 1 << 16;

    private final List<long[]> digests = new ArrayList<>();
    private final Differences differences;
    private long last;
    private long kept;
    private long count;
    private long again;
    private BigInteger checksum = BigInteger.ZERO;

    Published(Differences differences) {
        this.differences = differences;
    }

    /** Takes note of an event whose number is higher than that of every one before. */
    void first(Entry entry) {
        last = entry.number();
        count++;
        checksum = checksum.add(BigInteger.valueOf(entry.digest()));
        if (last <= KEPT) {
            keep(entry);
        }
    }

    /** Takes note of an event whose number was there already. */
    void again(Entry entry) {
        again(entry, entry.number() <= kept ? digest(entry.number()) : entry.digest());
    }

    /** @param before the digest of the one that was there already */
    void again(Entry entry, long before) {
        again++;
        if (before != entry.digest()) {
            differences.add("given twice with different contents", "number " + entry.number() + ", " + entry.place());
        }
    }

    /** The highest number so far. */
    long last() {
        return last;
    }

    long count() {
        return count;
    }

    /** How many came again. */
    long repeats() {
        return again;
    }

    BigInteger checksum() {
        return checksum;
    }

    private void keep(Entry entry) {
        kept = entry.number();
        while (digests.size() <= piece(kept)) {
            digests.add(new long[PIECE]);
        }
        digests.get(piece(kept))[(int) (kept % PIECE)] = entry.digest();
    }

    private long digest(long number) {
        return digests.get(piece(number))[(int) (number % PIECE)];
    }

    private static int piece(long number) {
        return (int) (number / PIECE);
    }
}
