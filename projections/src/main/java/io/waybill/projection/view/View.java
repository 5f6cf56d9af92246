package io.waybill.projection.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;

/**
 * One read model: declared as a bean by its folder. It lives in generations, numbered from 1, each of which is the whole
 * view; readers see the one that serves. A generation's tables are made by its migrations, see {@link Schemas}; what a view
 * keeps elsewhere it makes, serves and drops by itself. All of that does nothing where it was done before.
 */
public interface View {
    /** The slug: what its folder, its migrations and its table or index are called. */
    String name();

    /**
     * The types of the aggregates that it is made of. An event of one of these that this release cannot read is a dead
     * letter of the view.
     */
    Set<String> aggregateTypes();

    /** Which events are handled in their common order; those of one aggregate unless the view needs more. */
    default SequencingPolicy<? super EventMessage<?>> sequencing() {
        return SequentialPerAggregatePolicy.instance();
    }

    /** What writes this generation: an object with event handlers. Empty where the view's bean writes any of them. */
    default Optional<Object> writer(int generation) {
        return Optional.empty();
    }

    /** Makes what the generation needs outside of PostgreSQL. */
    default void make(int generation) {}

    /** Lets readers of what is outside of PostgreSQL see this generation, and no other, in one step. */
    default void serve(int generation) {}

    /** Takes away what the generation has outside of PostgreSQL. */
    default void drop(int generation) {}

    /** Takes everything out of the generation. What is stored in PostgreSQL is emptied in the caller's transaction. */
    void empty(int generation);

    /** Reads all of the generation; takes as long as that takes. */
    Fingerprint fingerprint(int generation);

    /**
     * A second copy of a generation, not made yet.
     *
     * @param writer the one that writes the generation
     */
    Shadow shadow(int generation, Object writer);

    /** The columns or fields that both generations have, in order; empty where their rows cannot be told to be the same. */
    List<String> common(int one, int other);

    /**
     * Writes the key of each row, and a hash of these columns, into the sheet, or only those of the rows that it asks for.
     *
     * @param columns some that {@link #common} named
     */
    void copy(int generation, List<String> columns, Sheet sheet);

    /** How the rows of single aggregates are made anew. */
    Repair repair();

    /** Why the view's store cannot be written now, or empty: for a store other than the service's own database. */
    default Optional<String> trouble() {
        return Optional.empty();
    }
}
