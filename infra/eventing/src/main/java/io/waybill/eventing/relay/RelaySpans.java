package io.waybill.eventing.relay;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;

/** The relay's part of each event's trace: from being read in the store to being acknowledged by Kafka. */
public final class RelaySpans {
    private final Propagator propagator;

    public RelaySpans(Propagator propagator) {
        this.propagator = propagator;
    }

    Span start(String eventName, Map<String, String> metadata) {
        return propagator
                .extract(metadata, Map::get)
                .kind(Span.Kind.PRODUCER)
                .name("relay " + eventName)
                .start();
    }
}
