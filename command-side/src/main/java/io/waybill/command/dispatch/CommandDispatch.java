package io.waybill.command.dispatch;

import io.waybill.eventing.Provenance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
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
import org.springframework.stereotype.Component;

/**
 * Sends commands to their aggregates.
 *
 * <p>With a key, the answer is stored in the transaction that appends the events, so a request that is repeated, also
 * after its answer was lost, on whatever node, is answered like the first time and has no second effect (IETF draft "The
 * Idempotency-Key HTTP Header Field", draft-ietf-httpapi-idempotency-key-header). While the first is under way, the
 * repeated one is told so. What was refused, or failed, has stored neither events nor answer: repeated, it is decided anew.
 *
 * <p>A change that another one overtook is tried again, {@link #TRIES} times in all, each in a transaction of its own. One
 * that is meant for certain versions finds there that they are gone.
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
        bus.registerHandlerInterceptor(CommandUnderWay::interceptor);
    }

    /**
     * Carries out a command.
     *
     * @param fingerprint of the request, to tell a repetition from another request with the same key
     * @param task made once, before anything is stored; it may look up and refuse
     * @return the answer, or for a repeated key the first answer, whatever the caller's condition and the task are by now
     * @throws KeyReused if the key came before with another fingerprint
     * @throws RequestInFlight if the request with this key is under way
     * @throws PreconditionFailed if the aggregate's version is not one that the caller named
     * @throws ConcurrencyException if other changes came first each time; nothing was stored
     * @throws io.waybill.command.Refused if the business says no
     */
    public Answer send(Caller caller, String fingerprint, Supplier<Task> task) {
        Task made;
        try {
            made = task.get();
        } catch (RuntimeException refused) {
            // What could be done the first time, perhaps cannot be done any more: it still was done.
            return answered(caller, fingerprint, refused);
        }
        CommandUnderWay command = new CommandUnderWay(caller, fingerprint, made, keys, store);
        for (int attempt = 1; ; attempt++) {
            try {
                return command.carryOut(() -> handle(message(caller, made.command())));
            } catch (ConcurrencyException overtaken) {
                if (attempt == TRIES) {
                    throw overtaken;
                }
                pause(attempt);
            } catch (AggregateStreamCreationException exists) {
                // Once more, for the command that creates what it does not find. For all others this is the answer.
                if (attempt > 1) {
                    throw exists;
                }
            }
        }
    }

    private Answer answered(Caller caller, String fingerprint, RuntimeException otherwise) {
        String key = caller.key();
        if (key == null) {
            throw otherwise;
        }
        return keys.claim(key, fingerprint).orElseThrow(() -> otherwise);
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
}
