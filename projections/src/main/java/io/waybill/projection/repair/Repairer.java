package io.waybill.projection.repair;

import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.RecordedEvent;
import io.waybill.letters.store.DeadLetters;
import io.waybill.letters.store.DiscardedLetters;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.view.Repair;
import io.waybill.projection.view.View;
import io.waybill.rpc.history.RemoteHistories;
import io.waybill.rpc.history.RemoteHistories.Page;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.stereotype.Component;

/**
 * Makes the rows of one aggregate anew, within the transaction at hand, in every generation of the view that is filled: the
 * one that readers see, one that is being built, and one that is kept. The history is read while the generations' own
 * processors are kept out, and what is stored is never behind what was published: so the rows never go back behind what they
 * showed. They may come out ahead of a processor, which passes over what they have seen.
 */
@Component
final class Repairer {
    private final Generations generations;
    private final HeldSegment segment;
    private final RemoteHistories histories;
    private final EventDecoder decoder;
    private final Mending mending;
    private final DeadLetters letters;
    private final DiscardedLetters discarded;

    Repairer(
            Generations generations,
            HeldSegment segment,
            RemoteHistories histories,
            Serializer serializer,
            EventUpcasterChain upcasters,
            Mending mending,
            DeadLetters letters,
            DiscardedLetters discarded) {
        this.generations = generations;
        this.segment = segment;
        this.histories = histories;
        this.decoder = new EventDecoder(serializer, upcasters);
        this.mending = mending;
        this.letters = letters;
        this.discarded = discarded;
    }

    /**
     * What was parked of the aggregate is handled with the rest, and is no dead letter any more; what was discarded stays
     * out.
     *
     * @return how many events the rows are made of
     * @throws NotRepairedException if there is nothing to make them of, or this view cannot
     * @throws RuntimeException if an event cannot be digested, or something is away
     */
    long repair(View view, String aggregate) {
        Repair.Possible repair = possible(view);
        List<Generation> begun = generations.holdFilled(view.name()).stream()
                .filter(generation -> segment.hold(generation.processor(), aggregate))
                .toList();
        Page page = histories.after(aggregate, RemoteHistories.BEGINNING);
        if (page.events().isEmpty()) {
            throw new NotRepairedException("The event store has no event of it.");
        }
        String type = page.events().getFirst().aggregateType();
        if (!repair.aggregateTypes().contains(type)) {
            throw new NotRepairedException("It is one of " + type + ", of which this projection has no rows.");
        }
        List<Mending.Begun> rows = begun.stream()
                .map(generation -> mending.begin(view, generation, repair, type, aggregate))
                .toList();
        long events = fold(view, aggregate, rows, page);
        rows.forEach(Mending.Begun::end);
        begun.forEach(generation -> letters.forget(generation.processor(), aggregate));
        return events;
    }

    private long fold(View view, String aggregate, List<Mending.Begun> rows, Page first) {
        Set<String> leftOut = discarded.events(view.name(), aggregate);
        long events = 0;
        Page page = first;
        while (true) {
            List<DomainEventMessage<?>> wanted = page.events().stream()
                    .filter(event -> !leftOut.contains(event.eventId()))
                    .<DomainEventMessage<?>>map(decoder::decode)
                    .toList();
            rows.forEach(generation -> generation.fold(wanted));
            events += wanted.size();
            // What has happened since comes by the log: one to whom events happen faster would never be done.
            RecordedEvent last = page.events().getLast();
            if (last.sequenceNumber() >= first.last()) {
                return events;
            }
            page = histories.after(aggregate, last.sequenceNumber());
        }
    }

    private static Repair.Possible possible(View view) {
        return switch (view.repair()) {
            case Repair.Possible possible -> possible;
            case Repair.Impossible(String why) -> throw new NotRepairedException(why);
        };
    }
}
