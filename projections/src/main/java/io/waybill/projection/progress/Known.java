package io.waybill.projection.progress;

import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.progress.Progress.GenerationStatus;
import io.waybill.projection.progress.Progress.Pause;
import io.waybill.projection.rebuild.Rebuild;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of all projections at one moment.
 *
 * @param generations all that live
 * @param segments by processor
 * @param pauses by view
 * @param rebuilds those that have not ended
 */
record Known(
        List<Generation> generations,
        Map<String, List<SegmentProgress>> segments,
        Map<String, Pause> pauses,
        List<Rebuild> rebuilds) {
    Optional<Generation> serving(String view) {
        return of(view).stream()
                .filter(generation -> generation.state() == State.SERVING)
                .findFirst();
    }

    List<SegmentProgress> segments(String processor) {
        return segments.getOrDefault(processor, List.of());
    }

    Optional<Rebuild> rebuild(String view) {
        return rebuilds.stream()
                .filter(rebuild -> rebuild.projection().equals(view))
                .findFirst();
    }

    /** How long the view's one that served before can serve again; null if there is none. */
    @Nullable
    Instant rollbackUntil(String view) {
        return of(view).stream()
                .filter(generation -> generation.state() == State.KEPT)
                .map(Generation::keptUntil)
                .findFirst()
                .orElse(null);
    }

    List<GenerationStatus> statuses(String view) {
        return of(view).stream()
                .filter(generation -> generation.state() != State.DROPPING)
                .map(generation -> new GenerationStatus(
                        generation.number(),
                        generation.state() == State.MAKING ? State.BUILDING : generation.state(),
                        generation.madeAt(),
                        generation.keptUntil()))
                .toList();
    }

    private List<Generation> of(String view) {
        return generations.stream()
                .filter(generation -> generation.view().equals(view))
                .toList();
    }
}
