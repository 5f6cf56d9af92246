package io.waybill.eventing.relay;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator may ask of the relay, on whichever node it is the active one, and see of it. */
public final class Refills {
    private final JdbcClient database;
    private final String topic;

    /** @param database the event store's */
    public Refills(JdbcClient database, String topic) {
        this.database = database;
        this.topic = topic;
    }

    /**
     * How far the topic is filled.
     *
     * @param published the number of the last acknowledged event; it begins at 0 again with a refill
     * @param refillAsked whether a refill was asked for and has not begun yet
     */
    public record State(long published, boolean refillAsked) {}

    public State state() {
        return database.sql("select number, refill_asked_by is not null from relay where topic = ?")
                .param(topic)
                .query((row, number) -> new State(row.getLong(1), row.getBoolean(2)))
                .optional()
                .orElse(new State(0, false));
    }

    /**
     * Asks to have the topic deleted, made anew and filled from the first event. Asking twice is asking once.
     *
     * @return false if no relay has ever filled the topic
     */
    public boolean ask(String actor) {
        return database.sql("update relay set refill_asked_by = coalesce(refill_asked_by, ?), refill_asked_at ="
                                + " coalesce(refill_asked_at, now()) where topic = ?")
                        .params(actor, topic)
                        .update()
                == 1;
    }
}
