package io.waybill.command.dispatch;

import io.waybill.web.IfMatch;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way through its transaction, and what stands around the handling there: first the key, then the
 * condition, at the end the answer. Nothing is written before the append, which is the transaction's first write.
 */
final class CommandUnderWay {
    private static final ScopedValue<CommandUnderWay> CURRENT = ScopedValue.newInstance();

    private final Caller caller;
    private final String fingerprint;
    private final Task task;
    private final IdempotencyKeys keys;
    private final EventStorageEngine store;
    private @Nullable Answer answer;

    CommandUnderWay(Caller caller, String fingerprint, Task task, IdempotencyKeys keys, EventStorageEngine store) {
        this.caller = caller;
        this.fingerprint = fingerprint;
        this.task = task;
        this.keys = keys;
        this.store = store;
    }

    /** Dispatches it: the {@link #interceptor} will know it as the current one. */
    Answer carryOut(Runnable dispatch) {
        answer = null;
        ScopedValue.where(CURRENT, this).run(dispatch);
        if (answer == null) {
            throw new IllegalStateException("the command was handled, and nobody asked for its answer");
        }
        return answer;
    }

    /** For the command bus: it runs in the transaction, before the aggregate is loaded. */
    static @Nullable Object interceptor(UnitOfWork<?> work, InterceptorChain chain) throws Exception {
        return CURRENT.isBound() ? CURRENT.get().around(work, chain) : chain.proceed();
    }

    private @Nullable Object around(UnitOfWork<?> work, InterceptorChain chain) throws Exception {
        if (caller.key() != null) {
            answer = keys.claim(caller.key(), fingerprint).orElse(null);
            if (answer != null) {
                return null;
            }
        }
        requireVersion(caller.ifMatch());
        Object result = chain.proceed();
        // Again, for a change that came in between, before the aggregate was loaded. One that comes later fails the
        // append.
        requireVersion(caller.ifMatch());
        // Registered after the events were, so that the append stays the transaction's first write.
        work.onPrepareCommit(committing -> finish());
        return result;
    }

    private void requireVersion(@Nullable IfMatch condition) {
        if (condition != null) {
            Optional<Long> current = store.lastSequenceNumberFor(task.aggregateId());
            if (!condition.allows(current)) {
                throw new PreconditionFailed(current);
            }
        }
    }

    private void finish() {
        Answer made = task.answer()
                .apply(() -> store.lastSequenceNumberFor(task.aggregateId()).orElse(0L));
        if (caller.key() != null) {
            keys.remember(caller.key(), fingerprint, made);
        }
        answer = made;
    }
}
