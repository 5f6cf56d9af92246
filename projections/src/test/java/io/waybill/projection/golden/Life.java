package io.waybill.projection.golden;

import java.util.ArrayDeque;
import java.util.Queue;

/** What happens one after the other, while other lives go on in between. */
abstract class Life {
    private final Queue<Runnable> steps = new ArrayDeque<>();

    /** Lets this happen when all that was said before has happened. */
    final void then(Runnable step) {
        steps.add(step);
    }

    /** The next thing happens; false if there is none. */
    final boolean goOn() {
        Runnable next = steps.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }
}
