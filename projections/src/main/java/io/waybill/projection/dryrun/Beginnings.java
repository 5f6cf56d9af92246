package io.waybill.projection.dryrun;

import io.waybill.projection.verification.Scratch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the histories that begin within a dry run from those that began before. They are remembered in a temporary table,
 * so that memory stays what it is however many there are.
 */
final class Beginnings {
    private final SequencingPolicy<? super EventMessage<?>> sequences;
    private final Scratch scratch;
    private final JdbcClient jdbc;

    /** @param jdbc the service's own, which goes through the scratch connection while that is at work */
    Beginnings(SequencingPolicy<? super EventMessage<?>> sequences, Scratch scratch, JdbcClient jdbc) {
        this.sequences = sequences;
        this.scratch = scratch;
        this.jdbc = jdbc;
        scratch.inTransaction(() -> jdbc.sql("create temporary table begun (sequence text primary key)")
                .update());
    }

    /** The events of the batch whose histories began in this batch or in one before. */
    List<TrackedEventMessage<?>> within(List<TrackedEventMessage<?>> batch) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> begins = new LinkedHashSet<>();
        for (TrackedEventMessage<?> event : batch) {
            String sequence = sequence(event);
            all.add(sequence);
            if (isFirst(event, sequence)) {
                begins.add(sequence);
            }
        }
        Set<String> begun = scratch.inTransaction(() -> {
            jdbc.sql("insert into begun select unnest(?) on conflict do nothing")
                    .param(begins.toArray(new String[0]))
                    .update();
            return jdbc.sql("select sequence from begun where sequence = any(?)")
                    .param(all.toArray(new String[0]))
                    .query(String.class)
                    .set();
        });
        return batch.stream().filter(event -> begun.contains(sequence(event))).toList();
    }

    private String sequence(TrackedEventMessage<?> event) {
        return String.valueOf(sequences.getSequenceIdentifierFor(event));
    }

    private static boolean isFirst(TrackedEventMessage<?> event, String sequence) {
        return event instanceof DomainEventMessage<?> ofAggregate
                && ofAggregate.getSequenceNumber() == 0
                && ofAggregate.getAggregateIdentifier().equals(sequence);
    }
}
