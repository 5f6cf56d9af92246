package io.waybill.letters.api;

import io.waybill.letters.Readers;
import io.waybill.letters.store.DeadLetters;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** How many letters each processor has parked. Always up: they wait for a person, and everything else goes on. */
public final class LetterHealth extends AbstractHealthIndicator {
    private final Readers readers;
    private final DeadLetters letters;

    public LetterHealth(Readers readers, DeadLetters letters) {
        super("The dead letters cannot be counted");
        this.readers = readers;
        this.letters = letters;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        readers.all()
                .forEach(reader -> health.withDetail(
                        reader.processor(),
                        letters.parked(readers.storedAs(reader.processor())).count()));
    }
}
