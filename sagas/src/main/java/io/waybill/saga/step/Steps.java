package io.waybill.saga.step;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
     *     carries out each name once. It begins with what acts, as in {@code fulfilment/…}, which the command's events name
     *     as their actor: {@code saga:fulfilment}
     */
    void take(String name, Object command);

    /**
     * Sends a command that has to be found out first, by a call that may wait: it runs on a thread of its own, beside all
     * others of the unit of work except those of the same turn, which are called and sent one after another as they came.
     * If one throws, so do those behind it, and the unit of work is rolled back.
     *
     * @param turn what the order is kept for, by its {@code equals}
     * @param call answers null if there is nothing to send
     */
    void takeInTurn(Object turn, Supplier<@Nullable Step> call);

    /** A command and the name of its step. */
    record Step(String name, Object command) {}
}
