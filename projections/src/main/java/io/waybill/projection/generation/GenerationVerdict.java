package io.waybill.projection.generation;

import io.waybill.eventing.RecordedEvent;
import io.waybill.letters.parking.Verdict;
import io.waybill.letters.store.Cause;
import io.waybill.letters.store.DeadLetters;
import io.waybill.letters.store.DiscardedLetters;
import io.waybill.projection.generation.BuildingStops.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generation that readers see parks what it cannot digest. One that is being built does the same only with what the
 * generation that serves has parked, and does without what an operator has decided to do without: anything else is new with
 * it, most likely the fault of its writer, and stops it before half of it is wrong.
 */
final class GenerationVerdict implements Verdict {
    private static final Logger log = LoggerFactory.getLogger(GenerationVerdict.class);

    private final String view;
    private final int generation;
    private final Role role;
    private final Generations generations;
    private final DeadLetters letters;
    private final DiscardedLetters discarded;
    private final BuildingStops stops;

    GenerationVerdict(
            String view,
            int generation,
            Role role,
            Generations generations,
            DeadLetters letters,
            DiscardedLetters discarded,
            BuildingStops stops) {
        this.view = view;
        this.generation = generation;
        this.role = role;
        this.generations = generations;
        this.letters = letters;
        this.discarded = discarded;
        this.stops = stops;
    }

    @Override
    public Sentence on(RecordedEvent event, long number, Throwable failure) {
        if (!role.isBuilding() || isParked(number)) {
            return Sentence.PARK;
        }
        String processor = Generation.processor(view, generation);
        if (discarded.has(view, number)) {
            log.warn("{} does without event {}, as was decided before: {}", processor, number, failure.toString());
            return Sentence.PASS;
        }
        Cause why = Cause.of(failure);
        stops.stopped(
                view,
                generation,
                new Failure(
                        number,
                        event.name(),
                        event.aggregateType() + " " + event.aggregateId(),
                        why.type() + ": " + why.message()));
        throw new BuildingFailed(processor, number, failure);
    }

    private boolean isParked(long number) {
        return generations
                .serving(view)
                .flatMap(serving -> letters.find(serving.processor(), number))
                .isPresent();
    }
}
