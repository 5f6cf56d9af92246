package io.waybill.projection.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.projection.rebuild.Rebuild.Measured;
import io.waybill.projection.rebuild.Rebuild.State;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as an operator sees it. What is not known yet is left out.
 *
 * @param done events handled since the view was emptied
 * @param perSecond events, on average since then
 * @param checksumBefore as text, because it is larger than a number in JSON may be
 * @param same whether the view is what it was; left out where other events came in between, so that it cannot be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildStatus(
        UUID id,
        String projection,
        State state,
        Instant askedAt,
        @Nullable Instant endedAt,
        long done,
        @Nullable Long total,
        @Nullable Long perSecond,
        @Nullable Long secondsLeft,
        @Nullable Long rowsBefore,
        @Nullable Long rowsAfter,
        @Nullable String checksumBefore,
        @Nullable String checksumAfter,
        @Nullable Boolean same,
        @Nullable String detail) {

    /** @param position how far the projection is now */
    static RebuildStatus of(Rebuild rebuild, long position, Instant now) {
        long total = Objects.requireNonNullElse(rebuild.total(), 0L);
        long done = switch (rebuild.state()) {
            case PREPARING, FAILED -> 0;
            case REPLAYING -> Math.min(position, total);
            case DONE -> total;
        };
        Long perSecond = perSecond(rebuild, done, now);
        return new RebuildStatus(
                rebuild.id(),
                rebuild.projection(),
                rebuild.state(),
                rebuild.askedAt(),
                rebuild.endedAt(),
                done,
                rebuild.total(),
                perSecond,
                perSecond == null || perSecond == 0 ? null : (total - done + perSecond - 1) / perSecond,
                rows(rebuild.before()),
                rows(rebuild.after()),
                checksum(rebuild.before()),
                checksum(rebuild.after()),
                rebuild.same(),
                rebuild.detail());
    }

    private static @Nullable Long perSecond(Rebuild rebuild, long done, Instant now) {
        if (rebuild.replayingSince() == null) {
            return null;
        }
        Instant end = Objects.requireNonNullElse(rebuild.endedAt(), now);
        long millis =
                Math.max(1, Duration.between(rebuild.replayingSince(), end).toMillis());
        return done * 1_000 / millis;
    }

    private static @Nullable Long rows(@Nullable Measured measured) {
        return measured == null ? null : measured.fingerprint().rows();
    }

    private static @Nullable String checksum(@Nullable Measured measured) {
        if (measured == null) {
            return null;
        }
        BigInteger checksum = measured.fingerprint().checksum();
        return checksum.toString();
    }
}
