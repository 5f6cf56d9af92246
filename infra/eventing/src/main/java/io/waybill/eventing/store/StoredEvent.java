package io.waybill.eventing.store;

import java.time.Instant;

/**
 * One row of the event store, as it stands there.
 *
 * @param recordedAt to the millisecond, which is what a Kafka record carries
 * @param payload JSON text
 * @param metadata a JSON object with text values
 */
public record StoredEvent(
        StorePosition position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String name,
        int revision,
        Instant recordedAt,
        String payload,
        String metadata) {}
