package io.waybill.projection.view;

/**
 * A second copy of a view, folded from the log beside it by the view's own writer, so that the two can be compared. It
 * lives in temporary tables of one connection, belongs to one check, and ends with it.
 *
 * <p>All but {@link #readView} works through the current thread's connection to the service's database.
 */
public interface Shadow {
    /** Makes the tables of the copy. */
    void create();

    /** What folds events into the copy: an object with event handlers. */
    Object writer();

    /** Hands out every row that the view holds now. Takes as long as that takes. */
    void readView(Rows rows);

    /**
     * Whether the view may hold more than its position says, because it is no part of the transaction that moves it.
     */
    boolean mayRunAhead();

    /**
     * Told before an event is folded that the view may hold, and need not: rows that were folded before stay right as well.
     * Called at most once; never if it cannot run ahead.
     */
    default void nowAhead() {}

    /** The copy as a query for {@code key} (text), {@code hash} (bigint) and {@code settled}: whether a row of the key must be there. */
    String contents();

    /** Takes rows of a view. */
    @FunctionalInterface
    interface Rows {
        /** @param hash of the whole row */
        void add(String key, long hash);
    }
}
