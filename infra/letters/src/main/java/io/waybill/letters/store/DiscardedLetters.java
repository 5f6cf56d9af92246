package io.waybill.letters.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators decided to do without, for ever. */
public final class DiscardedLetters {
    private final JdbcClient jdbc;

    public DiscardedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a copy of the letter, which the caller removes in the same transaction. */
    public DiscardedLetter keep(DeadLetter letter, String reason, String actor) {
        return jdbc.sql("""
                        insert into discarded_letter (processor, number, sequence, event_id, aggregate_type,
                               aggregate_id, sequence_number, name, revision, recorded_at, payload, metadata, hash,
                               cause_type, cause_message, cause_stack, parked_at, attempts, last_attempt_at, reason,
                               actor)
                        select processor, number, sequence, event_id, aggregate_type,
                               aggregate_id, sequence_number, name, revision, recorded_at, payload, metadata, hash,
                               cause_type, cause_message, cause_stack, parked_at, attempts, last_attempt_at, ?, ?
                          from dead_letter where processor = ? and number = ?
                        returning *
                        """)
                .params(reason, actor, letter.processor(), letter.number())
                .query(LetterRows::discarded)
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
}
