package io.waybill.projection.progress;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The last failed batch of each processor, until the processor has got past it. Axon itself forgets a failure as soon
 * as it tries again, so that one which fails for ever would look healthy most of the time.
 */
@Component
final class Failures implements ErrorHandler {
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    /** Takes note, and lets the failure take its course: the batch is rolled back and comes again. */
    @Override
    public void handleError(ErrorContext failed) throws Exception {
        note(failed);
        PropagatingErrorHandler.instance().handleError(failed);
    }

    /** What keeps it from getting past the position, or empty. */
    Optional<String> of(String processor, long position) {
        return Optional.ofNullable(failures.computeIfPresent(
                        processor, (name, failure) -> failure.position() <= position ? null : failure))
                .filter(failure -> failure.times() > 1)
                .map(Failure::what);
    }

    private void note(ErrorContext failed) {
        long position = failed.failedEvents().stream()
                .filter(TrackedEventMessage.class::isInstance)
                .mapToLong(event -> ((TrackedEventMessage<?>) event)
                        .trackingToken()
                        .position()
                        .orElse(0))
                .max()
                .orElse(0);
        String what = NestedExceptionUtils.getMostSpecificCause(failed.error()).toString();
        failures.compute(
                failed.eventProcessor(),
                (name, before) -> new Failure(position, what, before == null ? 1 : before.times() + 1));
    }

    /**
     * @param position of the batch's last event
     * @param times in a row. After the first one the batch is handled event by event, and what fails is parked: it is
     *     trouble only when that does not help
     */
    private record Failure(long position, String what, int times) {}
}
