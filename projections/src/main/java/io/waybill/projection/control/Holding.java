package io.waybill.projection.control;

import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.NodeProcessors;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Stops a generation on all nodes for a moment. Nodes see that they are to leave it alone, and free its segments when the
 * batches at hand are done; the claims of one that has died run out. If the holder dies, so does the hold, after seconds.
 */
@Component
final class Holding {
    /** Longer than all that is waited for under it. */
    private static final Duration TIME = Duration.ofSeconds(30);

    /** Longer than the claim of a node that has died. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Generations generations;
    private final NodeProcessors processors;
    private final SegmentTokens tokens;

    Holding(Generations generations, NodeProcessors processors, SegmentTokens tokens) {
        this.generations = generations;
        this.processors = processors;
        this.tokens = tokens;
    }

    /**
     * Does the work while nobody fills the generation.
     *
     * @return what the work says, or false if the generation could not be had
     */
    boolean whileHeld(Generation generation, Work work) throws InterruptedException {
        generations.hold(generation, TIME);
        processors.nudge();
        try {
            return await(PATIENCE, () -> isFree(generation)) && work.done();
        } finally {
            generations.release(generation);
            processors.nudge();
        }
    }

    /** Whether nobody works on any of its segments. */
    boolean isFree(Generation generation) {
        return tokens.of(generation.processor()).stream().noneMatch(SegmentProgress::claimed);
    }

    /** Whether it came about in time. */
    static boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    /** What needs the generation for itself. */
    @FunctionalInterface
    interface Work {
        /** @return whether it could be done */
        boolean done() throws InterruptedException;
    }
}
