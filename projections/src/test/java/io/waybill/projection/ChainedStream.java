package io.waybill.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.Bytes;
import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.store.EventHash;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** The events of one aggregate as a consumer gets them from the topic: as they were recorded, each with its hash. */
public final class ChainedStream {
    public static final Instant BEGIN = Instant.parse("2026-01-05T10:00:04.250Z");

    private final EventDecoder decoder;
    private final String type;
    private final String id;
    private final List<TrackedEventMessage<?>> events = new ArrayList<>();
    private Bytes previous = EventHash.NO_PREDECESSOR;

    /** @param fold whose writers are to be fed: a message gives its bytes only to the serializer that it was read with */
    public ChainedStream(Fold fold, String type, String id) {
        this.decoder = new EventDecoder(
                fold.bean(Serializer.class),
                StoredNames.of(Events.all(), Upcasts.all()).upcasters());
        this.type = type;
        this.id = id;
    }

    /** One more event. */
    public ChainedStream happened(String name, int revision, String payload, Map<String, String> metadata) {
        Bytes hash = EventHash.of(previous, stored(name, revision, payload, metadata));
        add(name, revision, payload, metadata, hash);
        previous = hash;
        return this;
    }

    /** One more, published before there were hashes. */
    public ChainedStream happenedUnchained(String name, int revision, String payload) {
        add(name, revision, payload, Map.of(), null);
        return this;
    }

    public List<TrackedEventMessage<?>> events() {
        return List.copyOf(events);
    }

    private StoredEvent stored(String name, int revision, String payload, Map<String, String> metadata) {
        return new StoredEvent(
                StorePosition.START,
                eventId(),
                type,
                id,
                events.size(),
                name,
                revision,
                BEGIN.plusSeconds(events.size()),
                payload,
                new JsonMapper().writeValueAsString(metadata),
                previous);
    }

    private void add(String name, int revision, String payload, Map<String, String> metadata, Bytes hash) {
        events.add(EventUtils.asTrackedEventMessage(
                decoder.decode(new RecordedEvent(
                        eventId(),
                        type,
                        id,
                        events.size(),
                        name,
                        Integer.toString(revision),
                        BEGIN.plusSeconds(events.size()),
                        Bytes.of(payload.getBytes(UTF_8)),
                        metadata,
                        hash)),
                new LogPosition(events.size() + 1L, List.of())));
    }

    private String eventId() {
        return id + "-" + events.size();
    }
}
