package io.waybill.projection.generation;

/** A generation that is being built cannot digest an event, and is stopped. */
final class BuildingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BuildingFailed(String processor, long number, Throwable cause) {
        super(processor + " cannot digest event " + number + " and is stopped", cause);
    }
}
