package io.waybill.projection.operation;

import io.waybill.letters.store.Cause;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param reason of what is asked for, for those who come after */
public record Why(
        @Nullable @Size(max = OperationLog.MAX_REASON) String reason) {
    public Why {
        reason = storable(reason);
    }

    /** Of the body, which may be missing. */
    public static @Nullable String of(@Nullable Why body) {
        return body == null ? null : body.reason();
    }

    /** A reason as PostgreSQL can keep it, not cut, so that one that is too long is still refused. */
    public static @Nullable String storable(@Nullable String reason) {
        return reason == null ? null : Cause.storable(reason, Integer.MAX_VALUE);
    }
}
