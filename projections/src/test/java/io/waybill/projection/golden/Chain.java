package io.waybill.projection.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.store.EventHash;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

/** The hash that chains an event to its predecessor, as the event store makes it. */
final class Chain {
    private static final JsonMapper JSON = new JsonMapper();

    private Chain() {}

    static Bytes hash(Bytes previous, RecordedEvent event) {
        return EventHash.of(
                previous,
                new StoredEvent(
                        StorePosition.START,
                        event.eventId(),
                        event.aggregateType(),
                        event.aggregateId(),
                        event.sequenceNumber(),
                        event.name(),
                        Integer.parseInt(event.revision()),
                        event.recordedAt(),
                        new String(event.payload().get(), UTF_8),
                        JSON.writeValueAsString(event.metadata()),
                        previous));
    }

    static RecordedEvent chained(RecordedEvent event, Bytes hash) {
        return new RecordedEvent(
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequenceNumber(),
                event.name(),
                event.revision(),
                event.recordedAt(),
                event.payload(),
                event.metadata(),
                hash);
    }
}
