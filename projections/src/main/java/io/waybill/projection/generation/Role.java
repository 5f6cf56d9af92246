package io.waybill.projection.generation;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What a generation is at the moment, as far as this node knows. */
final class Role {
    /** In milliseconds. */
    private static final long SHORTEST_GATHERING = 50;

    private static final long LONGEST_GATHERING = 500;

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

    /**
     * How long events are gathered before a batch of them is handled: as long as it takes until there are enough for one, at
     * the speed at which they are given, but not so long that anybody would notice. Where somebody reads, not at all.
     *
     * @param enough events of all segments, for a full batch of each; 0 where no more are there
     */
    long gatheringMillis(Courtesy courtesy, int enough) {
        if (!isBuilding()) {
            return 0;
        }
        int perSecond = eventsPerSecond(courtesy);
        return perSecond == 0
                ? SHORTEST_GATHERING
                : Math.clamp(TimeUnit.SECONDS.toMillis(enough) / perSecond, SHORTEST_GATHERING, LONGEST_GATHERING);
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
