package io.waybill.projection.batch;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Something that is gathered over one batch of events and written when the batch is about to commit: in the transaction
 * that also stores the processor's position, so that both are kept or neither. If writing fails, the whole batch is
 * rolled back and comes again.
 *
 * @param <T> what is gathered; one for each batch, used by one thread
 */
public final class PerBatch<T> {
    private final Supplier<T> start;
    private final Consumer<T> write;

    public PerBatch(Supplier<T> start, Consumer<T> write) {
        this.start = start;
        this.write = write;
    }

    /**
     * What has been gathered so far in the batch at hand.
     *
     * @throws IllegalStateException outside of a batch
     */
    public T current() {
        // Not the root: an event that is handled by itself has a unit of work of its own within the batch's.
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        return batch.getOrComputeResource(resource(), key -> begin(batch));
    }

    private T begin(UnitOfWork<?> batch) {
        T gathered = start.get();
        batch.onPrepareCommit(committing -> write.accept(gathered));
        return gathered;
    }

    // Two views may share a batch: each has its own.
    private String resource() {
        return PerBatch.class.getName() + '@' + System.identityHashCode(this);
    }
}
