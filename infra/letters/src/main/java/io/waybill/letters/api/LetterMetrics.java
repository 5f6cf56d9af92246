package io.waybill.letters.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.waybill.letters.Readers;
import io.waybill.letters.store.DeadLetters;

/** How many letters each processor has parked, as a gauge. */
public final class LetterMetrics implements MeterBinder {
    private final Readers readers;
    private final DeadLetters letters;

    public LetterMetrics(Readers readers, DeadLetters letters) {
        this.readers = readers;
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        readers.all()
                .forEach(reader -> Gauge.builder(
                                "waybill.dead.letters",
                                () -> letters.parked(readers.storedAs(reader.processor()))
                                        .count())
                        .description("Events that the processor has parked, and those that queue behind them")
                        .tag("processor", reader.processor())
                        .register(registry));
    }
}
