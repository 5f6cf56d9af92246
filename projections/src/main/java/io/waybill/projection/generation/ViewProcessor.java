package io.waybill.projection.generation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** One generation's processor on this node, with the threads that are its own. */
final class ViewProcessor {
    private final StreamingEventProcessor processor;
    private final Role role;
    private final LastHandled lastHandled;
    private final List<ExecutorService> threads;

    ViewProcessor(
            StreamingEventProcessor processor, Role role, LastHandled lastHandled, List<ExecutorService> threads) {
        this.lastHandled = lastHandled;
        this.processor = processor;
        this.role = role;
        this.threads = threads;
    }

    void become(Assignment assignment) {
        role.become(assignment);
    }

    StreamingEventProcessor processor() {
        return processor;
    }

    LastHandled lastHandled() {
        return lastHandled;
    }

    /** Ends when the batches at hand are done and the segments are free for others. */
    CompletableFuture<Void> stop() {
        return processor.shutdownAsync().whenComplete((done, failed) -> threads.forEach(ExecutorService::shutdown));
    }
}
