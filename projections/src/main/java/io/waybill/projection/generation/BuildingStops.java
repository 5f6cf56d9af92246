package io.waybill.projection.generation;

/** Hears of an event that a generation cannot get past while it is being built. */
@FunctionalInterface
public interface BuildingStops {
    /** Takes note, in a transaction of its own, so that it is not built any further. */
    void stopped(String view, int generation, Failure failure);

    /**
     * @param number of the event on the log
     * @param event its name
     * @param aggregate type and id
     * @param cause in one line
     */
    record Failure(long number, String event, String aggregate, String cause) {}
}
