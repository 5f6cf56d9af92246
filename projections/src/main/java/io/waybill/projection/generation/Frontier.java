package io.waybill.projection.generation;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** The furthest event that any of a processor's segments may have had: what was handed out here, or elsewhere before it was claimed. */
final class Frontier {
    private final AtomicLong furthest = new AtomicLong();

    /** @param position null for the beginning */
    void reached(@Nullable TrackingToken position) {
        // Of segments that were merged while one was ahead, the one that was.
        TrackingToken upper = WrappedToken.unwrapUpperBound(position);
        if (upper != null) {
            upper.position().ifPresent(number -> furthest.accumulateAndGet(number, Math::max));
        }
    }

    boolean isBefore(TrackingToken position) {
        return position.position().orElse(0) > furthest.get();
    }
}
