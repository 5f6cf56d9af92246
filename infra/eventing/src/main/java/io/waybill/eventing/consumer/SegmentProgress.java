package io.waybill.eventing.consumer;

/**
 * How far one segment of a processor is.
 *
 * @param position the number of the event up to which it has handled everything that is its own
 * @param claimed whether some copy of the service is working on it
 */
public record SegmentProgress(int segment, long position, boolean claimed) {
    /** The same, further on. */
    public SegmentProgress at(long later) {
        return new SegmentProgress(segment, later, claimed);
    }
}
