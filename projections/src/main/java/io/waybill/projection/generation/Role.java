package io.waybill.projection.generation;

import java.util.Objects;

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

    /** Events that it may be given in a second; 0 without limit. What readers wait for shows no courtesy. */
    int eventsPerSecond(Courtesy courtesy) {
        Assignment now = assignment;
        int most = Objects.requireNonNullElse(now.eventsPerSecond(), 0);
        if (!now.isBuilding()) {
            return most;
        }
        int courteous = courtesy.eventsPerSecond();
        return most == 0 || courteous == 0 ? Math.max(most, courteous) : Math.min(most, courteous);
    }
}
