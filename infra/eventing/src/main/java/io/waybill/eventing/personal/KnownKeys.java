package io.waybill.eventing.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers keys: {@link #MOST} at most, each for {@link #KEPT}, which is how long a node that was not told reads on after an
 * erasure.
 */
public final class KnownKeys implements PersonalKeys {
    static final int MOST = 10_000;

    static final Duration KEPT = Duration.ofMinutes(1);

    private final PersonalKeys keys;
    private final Cache<String, Optional<PersonalKey>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    public KnownKeys(PersonalKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<PersonalKey> find(String subject) {
        return known.get(subject, keys::find);
    }

    @Override
    public Optional<PersonalKey> toSeal(String subject) {
        Optional<PersonalKey> before = known.getIfPresent(subject);
        return before != null && before.isPresent() ? before : keys.toSeal(subject);
    }

    /** To be told when the subject's key has changed: it was made, or destroyed. */
    public void forget(String subject) {
        known.invalidate(subject);
    }
}
