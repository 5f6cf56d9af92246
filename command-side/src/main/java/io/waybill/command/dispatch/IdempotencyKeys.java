package io.waybill.command.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final Counter repeated;

    IdempotencyKeys(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.repeated = Counter.builder("waybill.commands.repeated")
                .description("Requests and steps that came again and had no second effect")
                .register(meters);
    }

    /**
     * Asks for the first answer to the key. Where there is none, the key is the caller's until its transaction ends: nobody
     * else, on any node, carries out a command under it meanwhile. Nothing is written.
     *
     * @return empty if the request is to be carried out
     * @throws KeyReused if the answer is one to another request
     * @throws RequestInFlight if another transaction has the key, and has not given an answer yet
     */
    Optional<Answer> claim(String key, String fingerprint) {
        Claim claim = jdbc.sql("select free, fingerprint, status, headers, body from claim_idempotency_key(?)")
                .param(key)
                .query((row, number) -> claim(row))
                .single();
        if (claim.answer() != null) {
            if (!fingerprint.equals(claim.fingerprint())) {
                throw new KeyReused(key);
            }
            repeated.increment();
            return Optional.of(claim.answer());
        }
        if (!claim.free()) {
            repeated.increment();
            throw new RequestInFlight(key);
        }
        return Optional.empty();
    }

    /** Stores the answer, beside the events that it speaks of. Two answers to one key, the database would refuse. */
    void remember(String key, String fingerprint, Answer answer) {
        jdbc.sql("insert into idempotency_key (key, fingerprint, status, headers, body) values (?, ?, ?, ?::json, ?)")
                .params(key, fingerprint, answer.status(), JSON.writeValueAsString(answer.headers()), answer.body())
                .update();
    }

    /** Forgets what is too old, in short transactions, so that a large backlog holds no locks for long. */
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

    private record Claim(
            boolean free,
            @Nullable String fingerprint,
            @Nullable Answer answer) {}

    private static Claim claim(ResultSet row) throws SQLException {
        String fingerprint = row.getString(2);
        return new Claim(
                row.getBoolean(1),
                fingerprint,
                fingerprint == null
                        ? null
                        : new Answer(row.getInt(3), JSON.readValue(row.getString(4), TEXTS), row.getBytes(5)));
    }
}
