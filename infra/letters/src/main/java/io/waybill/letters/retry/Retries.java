package io.waybill.letters.retry;

import io.waybill.letters.Processing;
import io.waybill.letters.parking.Troubles;
import io.waybill.letters.store.Cause;
import io.waybill.letters.store.DeadLetter;
import io.waybill.letters.store.DeadLetters;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands letters to their handlers again: one transaction for each, which holds the sequence, takes its first letter,
 * handles it and takes it away. Whatever comes of the same sequence meanwhile, from the processor or from another
 * operator, waits for that transaction, so no event overtakes another.
 */
public final class Retries {
    /** Letters that one request may handle. */
    public static final int MAX_LETTERS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Retries.class);

    private final DeadLetters letters;
    private final Reading reading;
    private final Handlers handlers;
    private final Troubles troubles;
    private final Processing processing;
    private final TransactionTemplate transaction;

    public Retries(
            DeadLetters letters,
            Reading reading,
            Handlers handlers,
            Troubles troubles,
            Processing processing,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.reading = reading;
        this.handlers = handlers;
        this.troubles = troubles;
        this.processing = processing;
        this.transaction = transaction;
    }

    /** The sequence's letters in order, until one fails or {@link #MAX_LETTERS} are handled. */
    public Outcome retry(String processor, String sequence) {
        return retry(processor, sequence, Outcome.NONE);
    }

    /** All sequences, one after the other; one that fails does not keep the others. */
    public Outcome retryAll(String processor) {
        Outcome outcome = Outcome.NONE;
        Set<String> sequences = letters.sequences(processor);
        for (String sequence : sequences) {
            outcome = retry(processor, sequence, outcome);
        }
        return outcome;
    }

    private Outcome retry(String processor, String sequence, Outcome before) {
        Outcome outcome = before;
        while (outcome.handled() < MAX_LETTERS) {
            Optional<DeadLetter> first = letters.first(processor, sequence);
            if (first.isEmpty()) {
                return outcome;
            }
            Optional<Throwable> failure = retry(first.get());
            if (failure.isPresent()) {
                return outcome.failed(first.get(), failure.get());
            }
            outcome = outcome.oneMore();
        }
        return outcome;
    }

    private Optional<Throwable> retry(DeadLetter letter) {
        TrackedEventMessage<?> event = reading.event(letter);
        DefaultUnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
        work.attachTransaction(processing.transactions(letter.processor()));
        ResultMessage<?> result = work.executeWithResult(() -> {
            if (letters.lock(letter.processor(), letter.sequence()) && isStillFirst(letter)) {
                handlers.handle(letter.processor(), event);
                letters.remove(letter);
            }
            return null;
        });
        if (!result.isExceptional()) {
            return Optional.empty();
        }
        Throwable failure = result.exceptionResult();
        log.warn("{} could still not digest event {}", letter.processor(), letter.number(), failure);
        if (!troubles.pass(failure)) {
            transaction.executeWithoutResult(status -> letters.failedAgain(letter, Cause.of(failure)));
        }
        return Optional.of(failure);
    }

    private boolean isStillFirst(DeadLetter letter) {
        return letters.first(letter.processor(), letter.sequence())
                .filter(first -> first.number() == letter.number())
                .isPresent();
    }
}
