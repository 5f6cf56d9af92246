package io.waybill.letters.parking;

import java.util.Set;

/** What is known of a batch while it lasts. */
final class Batch {
    private final Set<String> parked;
    private final Range isolated;

    /**
     * @param parked the sequences of which the processor has letters; the batch's own
     * @param isolated the events that are to be handled by themselves
     */
    Batch(Set<String> parked, Range isolated) {
        this.parked = parked;
        this.isolated = isolated;
    }

    boolean hasLettersOf(String sequence) {
        return parked.contains(sequence);
    }

    void parks(String sequence) {
        parked.add(sequence);
    }

    void frees(String sequence) {
        parked.remove(sequence);
    }

    boolean isolates(long number) {
        return isolated.first() <= number && number <= isolated.last();
    }

    /** Events by their numbers, both ends included. */
    record Range(long first, long last) {
        static final Range NONE = new Range(1, 0);
    }
}
