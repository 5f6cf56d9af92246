package io.waybill.letters.parking;

import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.kafka.NumberedEvent;
import io.waybill.letters.parking.Batch.Range;
import io.waybill.letters.parking.Verdict.Sentence;
import io.waybill.letters.store.Cause;
import io.waybill.letters.store.DeadLetters;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before one processor's handlers. A batch is handled as a whole, until one fails: then its events are handled one
 * by one when it comes again, and what fails is parked, in the transaction that moves the position. An event of a sequence
 * that has letters is not handed on but put behind them.
 *
 * <p>Which batches failed is remembered in memory only: after a restart they fail once more.
 */
public final class Parking implements MessageHandlerInterceptor<EventMessage<?>> {
    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final String BATCH = Parking.class.getName();

    private final String processor;
    private final DeadLetters letters;
    private final LetterContent content;
    private final Isolation isolation;
    private final Troubles troubles;
    private final Verdict verdict;

    /** For each segment, the last batch that failed, until it succeeds. */
    private final Map<Integer, Range> suspects = new ConcurrentHashMap<>();

    /** @param verdict on what the processor cannot digest */
    public Parking(
            String processor,
            DeadLetters letters,
            LetterContent content,
            Isolation isolation,
            Troubles troubles,
            Verdict verdict) {
        this.processor = processor;
        this.verdict = verdict;
        this.letters = letters;
        this.content = content;
        this.isolation = isolation;
        this.troubles = troubles;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain handlers)
            throws Exception {
        EventMessage<?> event = work.getMessage();
        Batch batch = work.getOrComputeResource(BATCH, first -> begin(work));
        long number = NumberedEvent.number(event);
        String sequence = content.sequence(event);
        if (batch.hasLettersOf(sequence)) {
            // Looked at again under a lock: an operator may have retried the last of them in between.
            if (letters.lock(processor, sequence)) {
                letters.park(processor, number, sequence, content.recorded(event), null);
                return null;
            }
            batch.frees(sequence);
        }
        if (batch.isolates(number)) {
            handleAlone(event, handlers::proceed, batch);
            return null;
        }
        return handlers.proceed();
    }

    private void handleAlone(EventMessage<?> event, Callable<?> handlers, Batch batch) throws SQLException {
        Optional<Throwable> failed = isolation.handle(event, handlers);
        if (failed.isEmpty()) {
            return;
        }
        Throwable failure = failed.get();
        if (troubles.pass(failure)) {
            throw new BatchFailed(failure);
        }
        String sequence = content.sequence(event);
        RecordedEvent recorded = content.recorded(event);
        if (verdict.on(recorded, NumberedEvent.number(event), failure) == Sentence.PASS) {
            return;
        }
        if (letters.park(processor, NumberedEvent.number(event), sequence, recorded, Cause.of(failure))) {
            log.error(
                    "{} cannot digest event {}, {} of {} {}; it is parked, and what comes after it of {} waits",
                    processor,
                    NumberedEvent.number(event),
                    recorded.name(),
                    recorded.aggregateType(),
                    recorded.aggregateId(),
                    sequence,
                    failure);
        }
        batch.parks(sequence);
    }

    private Batch begin(UnitOfWork<? extends EventMessage<?>> work) {
        int segment = work.getOrDefaultResource("Processor[" + processor + "]/SegmentId", 0);
        Range range = range(work);
        work.onRollback(rolledBack -> {
            if (!troubles.pass(rolledBack.getExecutionResult().getExceptionResult())) {
                suspects.put(segment, range);
            }
        });
        work.afterCommit(done ->
                suspects.computeIfPresent(segment, (key, before) -> before.last() <= range.last() ? null : before));
        return new Batch(new HashSet<>(letters.sequences(processor)), suspects.getOrDefault(segment, Range.NONE));
    }

    private static Range range(UnitOfWork<? extends EventMessage<?>> work) {
        return work instanceof BatchingUnitOfWork<? extends EventMessage<?>> batch
                ? new Range(
                        NumberedEvent.number(batch.getMessages().getFirst()),
                        NumberedEvent.number(batch.getMessages().getLast()))
                : new Range(NumberedEvent.number(work.getMessage()), NumberedEvent.number(work.getMessage()));
    }
}
