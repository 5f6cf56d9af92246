package io.waybill.command.dispatch;

import io.waybill.command.dispatch.IdempotencyKeys.KeyTakenException;
import io.waybill.command.dispatch.IdempotencyKeys.Remembered;
import io.waybill.eventing.Provenance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands to their aggregates.
 *
 * <p>With a key, the answer is stored in the transaction that appends the events, so a request that is repeated, also
 * after its answer was lost, on whatever node, is answered like the first time and has no second effect. (IETF draft
 * "The Idempotency-Key HTTP Header Field".) A change that another one overtook is tried again, {@link #TRIES} times.
 */
@Component
public class CommandDispatch {
    static final int TRIES = 6;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(60);

    private final CommandBus bus;
    private final IdempotencyKeys keys;
    private final EventStorageEngine store;

    CommandDispatch(CommandBus bus, IdempotencyKeys keys, EventStorageEngine store) {
        this.bus = bus;
        this.keys = keys;
        this.store = store;
        bus.registerHandlerInterceptor((work, chain) -> {
            Object result = chain.proceed();
            if (Pending.CURRENT.isBound()) {
                // Registered after the events were, so that the append stays the transaction's first write.
                work.onPrepareCommit(committing -> Pending.CURRENT.get().finish());
            }
            return result;
        });
    }

    /**
     * Carries out a command.
     *
     * @param aggregateId of the aggregate that the command is for
     * @param fingerprint of the request, to tell a repetition from another request with the same key
     * @param answer made when the events are appended; asks for the aggregate's version after the command, if it tells it
     * @return the answer, or for a repeated key the first answer
     * @throws KeyReused if the key came before with another fingerprint
     * @throws io.waybill.command.Refused if the business says no
     */
    public Answer send(
            Caller caller,
            Object command,
            String aggregateId,
            String fingerprint,
            Function<LongSupplier, Answer> answer) {
        String key = caller.key();
        if (key != null) {
            Remembered remembered = keys.find(key).orElse(null);
            if (remembered != null) {
                return replay(remembered, key, fingerprint);
            }
        }
        Pending pending = new Pending(key, aggregateId, fingerprint, answer);
        for (int attempt = 1; ; attempt++) {
            try {
                ScopedValue.where(Pending.CURRENT, pending).run(() -> handle(message(caller, command)));
                return pending.answered();
            } catch (ConcurrencyException overtaken) {
                if (attempt == TRIES) {
                    throw overtaken;
                }
                pause(attempt);
            } catch (AggregateStreamCreationException exists) {
                // Once more, for the command that creates what it does not find. For all others the answer is final,
                // unless
                // it was this very request, sent twice at once, that created it.
                if (attempt > 1) {
                    Remembered first = key == null ? null : keys.find(key).orElse(null);
                    if (first == null) {
                        throw exists;
                    }
                    return replay(first, pending.key(), fingerprint);
                }
            } catch (KeyTakenException faster) {
                return replay(keys.find(pending.key()).orElseThrow(() -> faster), pending.key(), fingerprint);
            }
        }
    }

    private void handle(CommandMessage<Object> message) {
        FutureCallback<Object, Object> done = new FutureCallback<>();
        bus.dispatch(message, done);
        CommandResultMessage<?> result = done.getResult();
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException known
                    ? known
                    : new CommandExecutionException("the command failed", result.exceptionResult());
        }
    }

    private static Answer replay(Remembered remembered, String key, String fingerprint) {
        if (!remembered.fingerprint().equals(fingerprint)) {
            throw new KeyReused(key);
        }
        return remembered.answer();
    }

    private static CommandMessage<Object> message(Caller caller, Object command) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(Provenance.ACTOR, caller.actor());
        metadata.put(Provenance.CORRELATION_ID, caller.correlationId());
        if (caller.causationId() != null) {
            metadata.put(Provenance.CAUSATION_ID, caller.causationId());
        }
        return new GenericCommandMessage<>(
                new GenericMessage<>(caller.commandId(), command, metadata),
                command.getClass().getName());
    }

    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), 4L << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, most + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A command under way, and the answer that waits for its version. */
    private final class Pending {
        private static final ScopedValue<Pending> CURRENT = ScopedValue.newInstance();

        private final @Nullable String key;
        private final String aggregateId;
        private final String fingerprint;
        private final Function<LongSupplier, Answer> answer;
        private @Nullable Answer answered;

        Pending(@Nullable String key, String aggregateId, String fingerprint, Function<LongSupplier, Answer> answer) {
            this.key = key;
            this.aggregateId = aggregateId;
            this.fingerprint = fingerprint;
            this.answer = answer;
        }

        void finish() {
            Answer made =
                    answer.apply(() -> store.lastSequenceNumberFor(aggregateId).orElse(0L));
            if (key != null) {
                keys.remember(key, fingerprint, made);
            }
            answered = made;
        }

        String key() {
            if (key == null) {
                throw new IllegalStateException("a request without a key cannot find it taken");
            }
            return key;
        }

        Answer answered() {
            if (answered == null) {
                throw new IllegalStateException("the command was handled, and nobody asked for its answer");
            }
            return answered;
        }
    }
}
