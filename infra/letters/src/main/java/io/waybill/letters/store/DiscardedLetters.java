package io.waybill.letters.store;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators decided to do without, for ever. */
public final class DiscardedLetters {
    private final JdbcClient jdbc;

    public DiscardedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a copy of the letter, which the caller removes in the same transaction.
     *
     * @param processor by the name that operators know, which stays the same
     */
    public DiscardedLetter keep(String processor, DeadLetter letter, String reason, String actor) {
        return jdbc.sql("""
                        insert into discarded_letter (processor, number, sequence, event_id, aggregate_type,
                               aggregate_id, sequence_number, name, revision, recorded_at, payload, metadata, hash,
                               cause_type, cause_message, cause_stack, parked_at, attempts, last_attempt_at, reason,
                               actor)
                        select ?, number, sequence, event_id, aggregate_type,
                               aggregate_id, sequence_number, name, revision, recorded_at, payload, metadata, hash,
                               cause_type, cause_message, cause_stack, parked_at, attempts, last_attempt_at, ?, ?
                          from dead_letter where processor = ? and number = ?
                        returning *
                        """)
                .params(processor, reason, actor, letter.processor(), letter.number())
                .query(LetterRows::discarded)
                .single();
    }

    /** Whether it was decided to do without this event. */
    public boolean has(String processor, long number) {
        return jdbc.sql("select exists (select from discarded_letter where processor = ? and number = ?)")
                .params(processor, number)
                .query(Boolean.class)
                .single();
    }

    /** Up to {@code limit} behind this id, in the order in which they were discarded. */
    public List<DiscardedLetter> page(String processor, long after, int limit) {
        return jdbc.sql("""
                        select * from discarded_letter where processor = ? and discarded_id > ?
                         order by discarded_id limit ?
                        """)
                .params(processor, after, limit)
                .query(LetterRows::discarded)
                .list();
    }

    /** The identifiers of this aggregate's events that the processor is to leave out for ever. */
    public Set<String> events(String processor, String aggregateId) {
        return jdbc.sql("select event_id from discarded_letter where processor = ? and aggregate_id = ?")
                .params(processor, aggregateId)
                .query(String.class)
                .set();
    }
}
