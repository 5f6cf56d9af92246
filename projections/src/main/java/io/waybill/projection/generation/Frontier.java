package io.waybill.projection.generation;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The furthest event that any of a processor's segments may have had: what was handed out here, or elsewhere before it was claimed. */
final class Frontier {
    private final AtomicLong furthest = new AtomicLong();

    /** @param position null for the beginning */
    void reached(@Nullable TrackingToken position) {
        if (position != null) {
            position.position().ifPresent(number -> furthest.accumulateAndGet(number, Math::max));
        }
    }

    boolean isBefore(TrackingToken position) {
        return position.position().orElse(0) > furthest.get();
    }
}
