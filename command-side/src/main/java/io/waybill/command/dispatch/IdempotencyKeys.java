package io.waybill.command.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The first answer to each key: a client's is kept for {@link #KEPT}, a saga's step for {@link #STEPS_KEPT}. */
@Repository
class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);

    /** A saga may stand still for long, and must not take a step twice when it goes on. */
    static final Duration STEPS_KEPT = Duration.ofDays(90);

    private static final int PURGE_BATCH = 10_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer and the fingerprint of the request that it was given to. */
    record Remembered(String fingerprint, Answer answer) {}

    Optional<Remembered> find(String key) {
        return jdbc.sql("select fingerprint, status, headers, body from idempotency_key where key = ?")
                .param(key)
                .query((row, number) -> new Remembered(
                        row.getString(1),
                        new Answer(row.getInt(2), JSON.readValue(row.getString(3), TEXTS), row.getBytes(4))))
                .optional();
    }

    /** @throws KeyTakenException if another request with this key was faster; the caller's transaction has then failed */
    void remember(String key, String fingerprint, Answer answer) {
        try {
            jdbc.sql("insert into idempotency_key (key, fingerprint, status, headers, body)"
                            + " values (?, ?, ?, ?::json, ?)")
                    .params(key, fingerprint, answer.status(), JSON.writeValueAsString(answer.headers()), answer.body())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new KeyTakenException(key, taken);
        }
    }

    /** Forgets what is too old, in short transactions, because a long one would hold the event log's readers back. */
    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        int gone;
        do {
            gone = jdbc.sql("""
                            delete from idempotency_key where key in (
                              select key from idempotency_key
                               where created_at < now() - make_interval(secs => case when key like 'step:%' then ? else ? end)
                               limit ?)
                            """)
                    .params(STEPS_KEPT.toSeconds(), KEPT.toSeconds(), PURGE_BATCH)
                    .update();
        } while (gone == PURGE_BATCH);
    }

    /** Somebody else's request with the same key has been answered meanwhile. */
    static final class KeyTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyTakenException(String key, Throwable cause) {
            super("idempotency key " + key + " is taken", cause);
        }
    }
}
