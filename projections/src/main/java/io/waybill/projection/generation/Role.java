package io.waybill.projection.generation;

/** What a generation is at the moment, as far as this node knows. */
final class Role {
    private volatile Assignment assignment;

    Role(Assignment assignment) {
        this.assignment = assignment;
    }

    void become(Assignment now) {
        assignment = now;
    }

    boolean serves() {
        return assignment.serves();
    }

    boolean isBuilding() {
        return assignment.isBuilding();
    }

    /** Events that it may be given in a second; 0 without limit. */
    int eventsPerSecond() {
        Integer most = assignment.eventsPerSecond();
        return most == null ? 0 : most;
    }
}
