package io.waybill.projection.rebuild;

import io.waybill.projection.rebuild.Rebuild.Mode;
import io.waybill.projection.rebuild.Rebuild.SwitchWhen;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for.
 *
 * @param eventsPerSecond the throttle; null for none
 * @param key what the request called itself, so that asking once more is no second rebuild; null if it did not
 */
public record RebuildOrder(
        String projection,
        Mode mode,
        SwitchWhen switchWhen,
        int segments,
        @Nullable Integer eventsPerSecond,
        String askedBy,
        @Nullable String reason,
        @Nullable String key) {}
