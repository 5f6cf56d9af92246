package io.waybill.projection.progress;

import io.waybill.projection.progress.Progress.SegmentProgress;
import io.waybill.projection.progress.Progress.State;
import io.waybill.projection.view.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a projection: from its processor here, from the stored tokens, from the log. */
@Component
public final class ProgressReader {
    private final EventProcessingConfiguration processors;
    private final SegmentTokens tokens;
    private final LogHead head;
    private final Failures failures;
    private final Stalls stalls;

    ProgressReader(
            EventProcessingConfiguration processors,
            SegmentTokens tokens,
            LogHead head,
            Failures failures,
            Stalls stalls) {
        this.processors = processors;
        this.tokens = tokens;
        this.head = head;
        this.failures = failures;
        this.stalls = stalls;
    }

    /** The processor that keeps this view. */
    public StreamingEventProcessor processor(View view) {
        return processors
                .eventProcessor(view.name(), StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no processor keeps the view " + view.name()));
    }

    /** As of now, but for the head. */
    public Progress of(View view) {
        StreamingEventProcessor processor = processor(view);
        List<SegmentProgress> segments = segments(view.name(), processor.processingStatus());
        long position =
                segments.stream().mapToLong(SegmentProgress::position).min().orElse(0);
        OptionalLong end = head.lastSeen();
        // The head is a little older than the position.
        @Nullable Long lag = end.isPresent() ? Math.max(0, end.getAsLong() - position) : null;
        @Nullable
        String trouble = trouble(view, processor, segments, position, lag).orElse(null);
        State state =
                trouble != null ? State.IN_TROUBLE : lag != null && lag == 0 ? State.CAUGHT_UP : State.CATCHING_UP;
        return new Progress(
                view.name(),
                state,
                position,
                end.isPresent() ? Math.max(end.getAsLong(), position) : null,
                lag,
                segments,
                trouble);
    }

    // An idle segment's token is stored only now and then; the processor knows better.
    private List<SegmentProgress> segments(String name, Map<Integer, EventTrackerStatus> live) {
        return tokens.of(name).stream()
                .map(stored -> {
                    EventTrackerStatus status = live.get(stored.segment());
                    long position = status == null
                            ? stored.position()
                            : Math.max(
                                    stored.position(),
                                    status.getCurrentPosition().orElse(0));
                    return new SegmentProgress(stored.segment(), position, stored.claimed());
                })
                .toList();
    }

    private Optional<String> trouble(
            View view,
            StreamingEventProcessor processor,
            List<SegmentProgress> segments,
            long position,
            @Nullable Long lag) {
        if (!processor.isRunning()) {
            return Optional.of("is stopped");
        }
        if (lag == null) {
            return Optional.of("cannot see the log: Kafka does not answer, or has no such topic yet");
        }
        return view.trouble()
                .or(() -> failures.of(view.name(), position))
                .or(() -> unclaimed(segments))
                .or(() -> stalls.of(view.name(), position, lag));
    }

    private static Optional<String> unclaimed(List<SegmentProgress> segments) {
        if (segments.isEmpty()) {
            return Optional.of("has not started yet");
        }
        return segments.stream()
                .filter(segment -> !segment.claimed())
                .findFirst()
                .map(segment -> "nobody works on its segment " + segment.segment());
    }
}
