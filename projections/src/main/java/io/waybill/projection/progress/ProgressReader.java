package io.waybill.projection.progress;

import io.waybill.letters.store.DeadLetters;
import io.waybill.projection.progress.Progress.SegmentProgress;
import io.waybill.projection.progress.Progress.State;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a projection: from its processor here, from the stored tokens, from the log. */
@Component
public final class ProgressReader {
    private final Views views;
    private final EventProcessingConfiguration processors;
    private final SegmentTokens tokens;
    private final LogHead head;
    private final Troubles troubles;
    private final DeadLetters letters;

    ProgressReader(
            Views views,
            EventProcessingConfiguration processors,
            SegmentTokens tokens,
            LogHead head,
            Troubles troubles,
            DeadLetters letters) {
        this.views = views;
        this.processors = processors;
        this.tokens = tokens;
        this.head = head;
        this.troubles = troubles;
        this.letters = letters;
    }

    /** The processor that keeps this view. */
    public StreamingEventProcessor processor(View view) {
        return processors
                .eventProcessor(view.name(), StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no processor keeps the view " + view.name()));
    }

    /** As of now, but for the head. */
    public Progress of(View view) {
        return of(view, tokens.all().getOrDefault(view.name(), List.of()));
    }

    /** All of them, in the order of their names. */
    public List<Progress> all() {
        Map<String, List<SegmentProgress>> stored = tokens.all();
        return views.all().stream()
                .map(view -> of(view, stored.getOrDefault(view.name(), List.of())))
                .toList();
    }

    private Progress of(View view, List<SegmentProgress> stored) {
        StreamingEventProcessor processor = processor(view);
        List<SegmentProgress> segments = live(stored, processor.processingStatus());
        long position =
                segments.stream().mapToLong(SegmentProgress::position).min().orElse(0);
        OptionalLong end = head.lastSeen();
        // The head is a little older than the position, and may lie behind it.
        @Nullable Long last = end.isPresent() ? Math.max(end.getAsLong(), position) : null;
        @Nullable Long lag = last == null ? null : last - position;
        @Nullable
        String trouble = troubles.of(view, processor.isRunning(), segments, position, lag)
                .orElse(null);
        return new Progress(
                view.name(), state(trouble, lag), position, last, lag, segments, letters.parked(view.name()), trouble);
    }

    private static State state(@Nullable String trouble, @Nullable Long lag) {
        if (trouble != null) {
            return State.IN_TROUBLE;
        }
        return lag != null && lag == 0 ? State.CAUGHT_UP : State.CATCHING_UP;
    }

    // An idle segment's token is stored only now and then; the processor knows better.
    private static List<SegmentProgress> live(List<SegmentProgress> stored, Map<Integer, EventTrackerStatus> live) {
        return stored.stream()
                .map(segment -> {
                    EventTrackerStatus status = live.get(segment.segment());
                    return status == null
                            ? segment
                            : segment.at(Math.max(
                                    segment.position(),
                                    status.getCurrentPosition().orElse(0)));
                })
                .toList();
    }
}
