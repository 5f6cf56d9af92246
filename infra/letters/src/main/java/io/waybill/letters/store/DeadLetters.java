package io.waybill.letters.store;

import static java.time.ZoneOffset.UTC;

import io.waybill.eventing.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parked letters of all processors of this service, in its own database. Every method takes part in the transaction at
 * hand, which for a processor is the one that moves its position.
 */
public final class DeadLetters {
    /** Sequences that one processor may have parked: a broken processor must not park everything. */
    public static final int MAX_SEQUENCES = 1_024;

    /** Letters that one sequence may hold. */
    static final int MAX_LETTERS = 10_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final int maxSequences;

    public DeadLetters(JdbcClient jdbc, int maxSequences) {
        this.jdbc = jdbc;
        this.maxSequences = maxSequences;
    }

    /** The sequences of which the processor has letters now. */
    public Set<String> sequences(String processor) {
        return jdbc.sql("select sequence from dead_letter_sequence where processor = ?")
                .param(processor)
                .query(String.class)
                .set();
    }

    /** Holds the sequence until the transaction ends. False if it has no letters any more. */
    public boolean lock(String processor, String sequence) {
        return jdbc.sql("select 1 from dead_letter_sequence where processor = ? and sequence = ? for update")
                .params(processor, sequence)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Puts a letter at the end of its sequence, or does nothing if it is there.
     *
     * @return whether it was not there yet
     * @throws TooManyLetters if the processor's or the sequence's bound is reached
     */
    public boolean park(String processor, long number, String sequence, RecordedEvent event, @Nullable Cause cause) {
        begin(processor, sequence);
        if (count("sequence = ? and processor = ?", sequence, processor) >= MAX_LETTERS) {
            throw new TooManyLetters(processor + " has parked " + MAX_LETTERS + " events of " + sequence);
        }
        return jdbc.sql("""
                        insert into dead_letter (processor, number, sequence, event_id, aggregate_type, aggregate_id,
                               sequence_number, name, revision, recorded_at, payload, metadata, hash, cause_type,
                               cause_message, cause_stack, attempts, last_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::bytea, ?, ?, ?, ?, case when ? > 0 then now() end)
                        on conflict (processor, number) do nothing
                        """)
                        .param(processor)
                        .param(number)
                        .param(sequence)
                        .param(event.eventId())
                        .param(event.aggregateType())
                        .param(event.aggregateId())
                        .param(event.sequenceNumber())
                        .param(event.name())
                        .param(event.revision())
                        .param(event.recordedAt().atOffset(UTC))
                        .param(event.payload().get())
                        .param(JSON.writeValueAsString(event.metadata()))
                        .param(event.hash() == null ? null : event.hash().get())
                        .param(cause == null ? null : cause.type())
                        .param(cause == null ? null : cause.message())
                        .param(cause == null ? null : cause.stack())
                        .param(cause == null ? 0 : 1)
                        .param(cause == null ? 0 : 1)
                        .update()
                > 0;
    }

    /** The first letter of the sequence, which is the only one that may be retried. */
    public Optional<DeadLetter> first(String processor, String sequence) {
        return jdbc.sql("select * from dead_letter where processor = ? and sequence = ? order by number limit 1")
                .params(processor, sequence)
                .query(LetterRows::letter)
                .optional();
    }

    public Optional<DeadLetter> find(String processor, long number) {
        return jdbc.sql("select * from dead_letter where processor = ? and number = ?")
                .params(processor, number)
                .query(LetterRows::letter)
                .optional();
    }

    /** Up to {@code limit} letters behind this number, in the log's order. */
    public List<DeadLetter> page(String processor, long after, int limit) {
        return jdbc.sql("select * from dead_letter where processor = ? and number > ? order by number limit ?")
                .params(processor, after, limit)
                .query(LetterRows::letter)
                .list();
    }

    /** How many letters wait behind this one. */
    public long behind(DeadLetter letter) {
        return count(
                "processor = ? and sequence = ? and number > ?",
                letter.processor(),
                letter.sequence(),
                letter.number());
    }

    /** How many letters the processor has, and since when. */
    public Parked parked(String processor) {
        return jdbc.sql("select count(*), min(parked_at) from dead_letter where processor = ?")
                .param(processor)
                .query(LetterRows::parked)
                .single();
    }

    /** Takes note of one more attempt in vain. */
    public void failedAgain(DeadLetter letter, Cause cause) {
        jdbc.sql("""
                        update dead_letter set attempts = attempts + 1, last_attempt_at = now(), cause_type = ?,
                               cause_message = ?, cause_stack = ?
                         where processor = ? and number = ?
                        """)
                .params(cause.type(), cause.message(), cause.stack(), letter.processor(), letter.number())
                .update();
    }

    /** Takes the letter away, and frees its sequence when it was the last. The sequence has to be locked. */
    public void remove(DeadLetter letter) {
        jdbc.sql("delete from dead_letter where processor = ? and number = ?")
                .params(letter.processor(), letter.number())
                .update();
        jdbc.sql("""
                        delete from dead_letter_sequence s where processor = ? and sequence = ?
                           and not exists (select 1 from dead_letter l
                                            where l.processor = s.processor and l.sequence = s.sequence)
                        """).params(letter.processor(), letter.sequence()).update();
    }

    /** Takes all letters of the processor away: it will meet those events again. */
    public void forget(String processor) {
        jdbc.sql("delete from dead_letter where processor = ?").param(processor).update();
        jdbc.sql("delete from dead_letter_sequence where processor = ?")
                .param(processor)
                .update();
    }

    /** Takes all letters of one sequence away: what they are about was handled otherwise. Waits for whoever retries them. */
    public void forget(String processor, String sequence) {
        if (lock(processor, sequence)) {
            jdbc.sql("delete from dead_letter where processor = ? and sequence = ?")
                    .params(processor, sequence)
                    .update();
            jdbc.sql("delete from dead_letter_sequence where processor = ? and sequence = ?")
                    .params(processor, sequence)
                    .update();
        }
    }

    private void begin(String processor, String sequence) {
        boolean isNew = jdbc.sql("insert into dead_letter_sequence values (?, ?) on conflict do nothing")
                        .params(processor, sequence)
                        .update()
                > 0;
        if (isNew && sequences(processor).size() > maxSequences) {
            throw new TooManyLetters(processor + " has parked events of " + maxSequences
                    + " sequences, as many as it may: what fails seems to be the processor, not its events. Mend it, then"
                    + " retry or discard them.");
        }
    }

    private long count(String condition, Object... params) {
        return jdbc.sql("select count(*) from dead_letter where " + condition)
                .params(params)
                .query(Long.class)
                .single();
    }
}
