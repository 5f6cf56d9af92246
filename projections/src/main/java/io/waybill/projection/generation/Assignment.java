package io.waybill.projection.generation;

import io.waybill.projection.generation.Generation.State;
import org.jspecify.annotations.Nullable;

/**
 * What every node is to do about one generation now.
 *
 * @param runs whether it is to be filled
 * @param segments how many segments a new one begins with; null for as many as all have
 * @param eventsPerSecond the most that it may be given; null without limit
 */
record Assignment(
        String view,
        int number,
        State state,
        boolean runs,
        @Nullable Integer segments,
        @Nullable Integer eventsPerSecond) {
    String processor() {
        return Generation.processor(view, number);
    }

    boolean serves() {
        return state == State.SERVING;
    }

    boolean isBuilding() {
        return state == State.BUILDING;
    }
}
