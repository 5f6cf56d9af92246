package io.waybill.saga.step;

import java.util.function.Supplier;

/**
 * Sends the commands of process managers.
 *
 * <p>A command may be under way when a method here returns. The unit of work that is current commits only after every
 * command sent in it was taken or refused, and is rolled back, and so taken again, when one could not be delivered.
 */
public interface Steps {
    /**
     * Sends a command as one step of a process.
     *
     * @param name of the step, the same whenever it is taken again and different from all others: the command side
     *     carries out each name once
     */
    void take(String name, Object command);

    /**
     * Sends a command that has to be found out first, by a call that may wait: it runs at once, on a thread of its own. If
     * it throws, the unit of work is rolled back.
     */
    void takeAfter(Supplier<Step> call);

    /** A command and the name of its step. */
    record Step(String name, Object command) {}
}
