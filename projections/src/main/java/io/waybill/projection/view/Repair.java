package io.waybill.projection.view;

import java.util.Set;

/** How a view makes the rows of one aggregate anew from that aggregate's own history. */
public sealed interface Repair {
    /**
     * It cannot: only the log as a whole tells what its rows have to be.
     *
     * @param why in a sentence, for an operator
     */
    record Impossible(String why) implements Repair {}

    /**
     * It can.
     *
     * @param aggregateTypes of which aggregates it has rows that are made of nothing else
     * @param beginning how one is begun
     */
    record Possible(Set<String> aggregateTypes, Beginning beginning) implements Repair {
        public Possible {
            aggregateTypes = Set.copyOf(aggregateTypes);
        }
    }

    /** Begins with nothing of the aggregate. */
    @FunctionalInterface
    interface Beginning {
        /**
         * Takes out of the generation, in the current transaction, what there is of the aggregate, or lets go of it at the
         * end.
         *
         * @param writer the one that writes the generation
         */
        Making begin(int generation, Object writer, String aggregateType, String aggregateId);
    }

    /** What is folded, all of it before the end. */
    interface Making {
        /** What folds the history: an object with event handlers. */
        Object writer();

        /** The whole history was folded. */
        void end();
    }
}
