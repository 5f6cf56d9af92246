package io.waybill.projection.generation;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;
import org.jspecify.annotations.Nullable;

/** When the event was recorded that a processor was last given here: how far it is in time. */
final class LastHandled implements MessageMonitor<EventMessage<?>> {
    private volatile @Nullable Instant recordedAt;

    @Override
    public MonitorCallback onMessageIngested(EventMessage<?> event) {
        recordedAt = event.getTimestamp();
        return NoOpMessageMonitorCallback.INSTANCE;
    }

    @Nullable
    Instant recordedAt() {
        return recordedAt;
    }
}
