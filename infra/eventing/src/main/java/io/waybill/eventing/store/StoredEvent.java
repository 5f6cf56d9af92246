package io.waybill.eventing.store;

import io.waybill.eventing.Bytes;
import java.time.Instant;

/**
 * One row of the event store, as it stands there.
 *
 * @param recordedAt to the millisecond, which is what a Kafka record carries
 * @param payload JSON text
 * @param metadata a JSON object with text values
 * @param hash which chains it to its predecessor, see {@link EventHash}
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
        String metadata,
        Bytes hash) {}
