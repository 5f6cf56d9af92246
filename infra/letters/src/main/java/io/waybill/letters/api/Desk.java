package io.waybill.letters.api;

import io.waybill.letters.Reader;
import io.waybill.letters.Readers;
import io.waybill.letters.store.Cause;
import io.waybill.letters.store.DeadLetter;
import io.waybill.letters.store.DeadLetters;
import io.waybill.letters.store.DiscardedLetter;
import io.waybill.letters.store.DiscardedLetters;
import io.waybill.web.ApiProblem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator looks up and puts away. */
public final class Desk {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final int MAX_REASON = 1_000;

    private final Readers readers;
    private final DeadLetters letters;
    private final DiscardedLetters discarded;
    private final TransactionTemplate transaction;

    public Desk(Readers readers, DeadLetters letters, DiscardedLetters discarded, TransactionTemplate transaction) {
        this.readers = readers;
        this.letters = letters;
        this.discarded = discarded;
        this.transaction = transaction;
    }

    private void check(String processor) {
        List<String> names = readers.all().stream().map(Reader::processor).toList();
        if (!names.contains(processor)) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "UNKNOWN_PROCESSOR", "There are " + String.join(", ", names) + ".");
        }
    }

    /**
     * Under which name the processor's letters are stored now.
     *
     * @throws ApiProblem (404, UNKNOWN_PROCESSOR) if this service has none of that name
     */
    String stored(String processor) {
        check(processor);
        return readers.storedAs(processor);
    }

    LetterPage page(String processor, long after, int limit) {
        return LetterPage.of(letters.page(stored(processor), after, limit + 1), limit);
    }

    DiscardedPage discarded(String processor, long after, int limit) {
        check(processor);
        return DiscardedPage.of(discarded.page(processor, after, limit + 1), limit);
    }

    /** @throws ApiProblem (404, UNKNOWN_LETTER) if no such event is parked */
    DeadLetter letter(String processor, long number) {
        return letters.find(stored(processor), number)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_LETTER",
                        "Event " + number + " is not among the dead letters of " + processor + "."));
    }

    /** Takes the letter away for good. What queues behind it stays, and can be retried then. */
    DiscardedView discard(String processor, long number, String reason, String actor) {
        String stored = stored(processor);
        DiscardedLetter gone = transaction.execute(status -> {
            letters.lock(stored, letter(processor, number).sequence());
            // Read again under the lock: a retry may have been quicker.
            DeadLetter letter = letter(processor, number);
            DiscardedLetter kept = discarded.keep(
                    processor, letter, Cause.storable(reason, MAX_REASON), Cause.storable(actor, MAX_REASON));
            letters.remove(letter);
            return kept;
        });
        log.warn("{} discarded event {} of {}: {}", actor, number, processor, reason);
        return DiscardedView.of(gone);
    }
}
