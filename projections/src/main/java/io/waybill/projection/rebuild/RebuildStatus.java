package io.waybill.projection.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.projection.generation.BuildingStops.Failure;
import io.waybill.projection.rebuild.Rebuild.Comparison;
import io.waybill.projection.rebuild.Rebuild.Mode;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.rebuild.Rebuild.SwitchWhen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as an operator sees it. What is not known, or not yet, is left out.
 *
 * @param done the event up to which everything is handled
 * @param total the last event on the log; of one that has ended, the last that it had handled
 * @param percent of the log, rounded down
 * @param perSecond events, over the last ten seconds
 * @param throttle the most events that it may handle in a second
 * @param trouble why it gets no further at the moment, though it goes on by itself
 * @param rollbackUntil how long the generation that served before can serve again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildStatus(
        UUID id,
        String projection,
        Mode mode,
        @JsonProperty("switch") SwitchWhen switchWhen,
        State state,
        @Nullable Integer generation,
        Instant askedAt,
        String askedBy,
        @Nullable String reason,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int segments,
        long done,
        long total,
        int percent,
        @Nullable Long perSecond,
        @Nullable Long secondsLeft,
        @Nullable Integer throttle,
        @Nullable Compared comparison,
        @Nullable Failure failure,
        @Nullable String trouble,
        @Nullable Instant rollbackUntil) {

    /**
     * What a comparison of both generations came to; see {@link Comparison}.
     *
     * @param checksumBefore as text, because it is larger than a number in JSON may be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Compared(
            long rowsBefore,
            long rowsAfter,
            String checksumBefore,
            String checksumAfter,
            @Nullable Long differing,
            List<String> examples,
            List<String> columns) {
        static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.before().rows(),
                    comparison.after().rows(),
                    comparison.before().checksum().toString(),
                    comparison.after().checksum().toString(),
                    comparison.differing(),
                    comparison.examples(),
                    comparison.columns());
        }
    }

    /** @param rollbackUntil null if the generation that served before is not kept */
    public static RebuildStatus of(Rebuild rebuild, Course course, @Nullable Instant rollbackUntil) {
        long total = Math.max(Math.max(Objects.requireNonNullElse(rebuild.total(), 0L), course.head()), course.done());
        long done = course.done();
        if (rebuild.endedAt() != null) {
            done = Objects.requireNonNullElse(rebuild.done(), 0L);
            total = rebuild.state() == State.SWITCHED ? done : Objects.requireNonNullElse(rebuild.total(), 0L);
        }
        boolean moves = rebuild.state() == State.REBUILDING || rebuild.state() == State.CATCHING_UP;
        Long perSecond = moves ? course.perSecond() : null;
        return new RebuildStatus(
                rebuild.id(),
                rebuild.projection(),
                rebuild.mode(),
                rebuild.switchWhen(),
                rebuild.state(),
                rebuild.generation(),
                rebuild.askedAt(),
                rebuild.askedBy(),
                rebuild.reason(),
                rebuild.startedAt(),
                rebuild.endedAt(),
                rebuild.segments(),
                done,
                total,
                total == 0 ? (rebuild.state() == State.SWITCHED ? 100 : 0) : (int) (done * 100 / total),
                perSecond,
                perSecond == null || perSecond == 0 ? null : (total - done + perSecond - 1) / perSecond,
                rebuild.eventsPerSecond(),
                rebuild.comparison() == null ? null : Compared.of(rebuild.comparison()),
                rebuild.failure(),
                course.trouble(),
                rebuild.state() == State.SWITCHED ? rollbackUntil : null);
    }

    /**
     * How it goes at the moment.
     *
     * @param done the event up to which everything is handled
     * @param head the last event on the log, as far as is known
     */
    public record Course(
            long done,
            long head,
            @Nullable Long perSecond,
            @Nullable String trouble) {
        public static final Course NONE = new Course(0, 0, null, null);
    }
}
