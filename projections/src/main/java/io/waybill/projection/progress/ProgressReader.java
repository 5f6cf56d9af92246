package io.waybill.projection.progress;

import io.waybill.eventing.consumer.LogHead;
import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.letters.store.DeadLetters;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.NodeProcessors;
import io.waybill.projection.progress.Progress.Pause;
import io.waybill.projection.progress.Progress.State;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.RebuildStatus;
import io.waybill.projection.rebuild.RebuildStatus.Course;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a projection: from its processor here, from the stored tokens, from the log. */
@Component
public final class ProgressReader {
    /** So far behind, it only follows. */
    public static final long NEAR = 1_000;

    private final Views views;
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final Pauses pauses;
    private final NodeProcessors processors;
    private final SegmentTokens tokens;
    private final LogHead head;
    private final Pace pace;
    private final Troubles troubles;
    private final DeadLetters letters;
    private final InstantSource clock = InstantSource.system();

    ProgressReader(
            Views views,
            Generations generations,
            Rebuilds rebuilds,
            Pauses pauses,
            NodeProcessors processors,
            SegmentTokens tokens,
            LogHead head,
            Pace pace,
            Troubles troubles,
            DeadLetters letters) {
        this.views = views;
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.pauses = pauses;
        this.processors = processors;
        this.tokens = tokens;
        this.head = head;
        this.pace = pace;
        this.troubles = troubles;
        this.letters = letters;
    }

    /** As of now, but for the head. */
    public Progress of(View view) {
        return of(view, known());
    }

    /** All of them, in the order of their names. */
    public List<Progress> all() {
        Known known = known();
        return views.all().stream().map(view -> of(view, known)).toList();
    }

    /** How far the generation is, whatever it is: the event up to which all its segments have handled everything. */
    public long position(Generation generation) {
        return SegmentTokens.lowest(live(generation.processor(), tokens.of(generation.processor())));
    }

    /** A rebuild as it is now. */
    public RebuildStatus status(Rebuild rebuild) {
        return status(rebuild, known());
    }

    private Known known() {
        return new Known(generations.living(), tokens.all(), pauses.all(), rebuilds.unfinished());
    }

    private Progress of(View view, Known known) {
        int generation = known.serving(view.name()).map(Generation::number).orElse(0);
        String processor = Generation.processor(view.name(), generation);
        List<SegmentProgress> segments = live(processor, known.segments(processor));
        long position = SegmentTokens.lowest(segments);
        OptionalLong end = head.lastSeen();
        // The head is a little older than the position, and may lie behind it.
        @Nullable Long last = end.isPresent() ? Math.max(end.getAsLong(), position) : null;
        @Nullable Long lag = last == null ? null : last - position;
        @Nullable Pause paused = known.pauses().get(view.name());
        @Nullable
        String trouble = paused != null
                ? null
                : troubles.of(view, processor, segments, position, lag).orElse(null);
        return new Progress(
                view.name(),
                state(paused, trouble, lag),
                generation,
                position,
                last,
                lag,
                lagSeconds(processor, position, lag),
                pace.perSecond(processor),
                segments,
                letters.parked(processor),
                trouble,
                paused,
                known.rebuild(view.name())
                        .map(rebuild -> status(rebuild, known))
                        .orElse(null),
                known.statuses(view.name()));
    }

    private RebuildStatus status(Rebuild rebuild, Known known) {
        @Nullable Integer generation = rebuild.generation();
        if (generation == null) {
            return RebuildStatus.of(rebuild, new Course(0, head.lastSeen().orElse(0), null, null), null);
        }
        String processor = Generation.processor(rebuild.projection(), generation);
        long done = SegmentTokens.lowest(live(processor, known.segments(processor)));
        @Nullable
        String trouble = rebuild.isUnderWay() && views.has(rebuild.projection())
                ? troubles.ofBuilding(views.get(rebuild.projection()), processor, done)
                        .orElse(null)
                : null;
        boolean serves = known.serving(rebuild.projection())
                .filter(serving -> serving.number() == generation)
                .isPresent();
        return RebuildStatus.of(
                rebuild,
                new Course(done, head.lastSeen().orElse(0), pace.perSecond(processor), trouble),
                serves ? known.rollbackUntil(rebuild.projection()) : null);
    }

    private @Nullable Long lagSeconds(String processor, long position, @Nullable Long lag) {
        if (lag == null || lag == 0) {
            return lag;
        }
        Instant now = clock.instant();
        @Nullable Duration age = head.age(position, now);
        if (age != null) {
            return age.toSeconds();
        }
        // Behind since before this node has looked: what was handled last tells how old the next one is, more or less.
        return processors
                .lastHandled(processor)
                .map(last -> Math.max(0, Duration.between(last, now).toSeconds()))
                .orElse(null);
    }

    private static State state(@Nullable Pause paused, @Nullable String trouble, @Nullable Long lag) {
        if (paused != null) {
            return State.PAUSED;
        }
        if (trouble != null) {
            return State.IN_TROUBLE;
        }
        return lag != null && lag <= NEAR ? State.FOLLOWING : State.CATCHING_UP;
    }

    // An idle segment's token is stored only now and then; the processor knows better.
    private List<SegmentProgress> live(String processor, List<SegmentProgress> stored) {
        Map<Integer, EventTrackerStatus> here = processors
                .find(processor)
                .map(StreamingEventProcessor::processingStatus)
                .orElse(Map.of());
        return stored.stream()
                .map(segment -> {
                    EventTrackerStatus status = here.get(segment.segment());
                    return status == null
                            ? segment
                            : segment.at(Math.max(
                                    segment.position(),
                                    status.getCurrentPosition().orElse(0)));
                })
                .toList();
    }
}
