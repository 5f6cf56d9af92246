package io.waybill.projection.elastic;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * What makes up a view in Elasticsearch.
 *
 * @param aggregateTypes the types of the aggregates that it is made of
 * @param sequencing which events are handled in their common order
 * @param lastLook what documents have to pass through, in their order, before they are written
 * @param writer makes one that writes to the index of a generation
 * @param copyWriter makes one that writes to a copy
 */
public record IndexDefinition<D extends Document>(
        DocumentKind<D> documents,
        Set<String> aggregateTypes,
        SequencingPolicy<? super EventMessage<?>> sequencing,
        UnaryOperator<List<D>> lastLook,
        Function<Documents<D>, Object> writer,
        Function<Documents<D>, Object> copyWriter) {
    public IndexDefinition {
        aggregateTypes = Set.copyOf(aggregateTypes);
    }
}
