package io.waybill.saga.progress;

/** Keeps where each saga stands. */
@FunctionalInterface
public interface Progress {
    /**
     * Keeps the report in the unit of work that is current, with the saga itself; of several about one saga, the last. It is
     * written only as that unit of work commits, so a handler may report before its steps are taken.
     */
    void record(Report report);
}
