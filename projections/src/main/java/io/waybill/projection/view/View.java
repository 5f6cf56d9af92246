package io.waybill.projection.view;

import java.util.Optional;
import java.util.Set;

/** One read model: declared as a bean by its folder. Its name is also that of its processor. */
public interface View {
    /** The slug: what its folder, its processor and its table or index are called. */
    String name();

    /**
     * The types of the aggregates that it is made of. An event of one of these that this release cannot read is a dead
     * letter of the view.
     */
    Set<String> aggregateTypes();

    /** Takes everything out. What is stored in PostgreSQL is emptied in the caller's transaction. */
    void empty();

    /** Reads all of it; takes as long as that takes. */
    Fingerprint fingerprint();

    /**
     * A second copy of it, not made yet.
     *
     * @param writer the bean that writes the view
     */
    Shadow shadow(Object writer);

    /** Why its store cannot be written now, or empty: for a store other than the service's own database. */
    default Optional<String> trouble() {
        return Optional.empty();
    }
}
