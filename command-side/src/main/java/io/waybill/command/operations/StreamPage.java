package io.waybill.command.operations;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.waybill.eventing.store.EventHash;
import io.waybill.eventing.store.StoredEvent;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream, oldest first.
 *
 * @param form of what is hashed, described in docs/audit-format.md
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record StreamPage(
        String form,
        String type,
        String id,
        List<Stored> items,
        @Nullable Long next) {
    /**
     * One event, as its row has it.
     *
     * @param recordedAt in UTC, always with six decimals
     * @param payload the text as it is stored
     * @param metadata an object of texts
     * @param hash in hexadecimal digits; not checked here
     */
    record Stored(
            long version,
            String aggregateType,
            String aggregateId,
            String eventId,
            String name,
            int revision,
            String recordedAt,
            String payload,
            @JsonRawValue String metadata,
            String hash) {
        static Stored of(StoredEvent event) {
            return new Stored(
                    event.sequenceNumber(),
                    event.aggregateType(),
                    event.aggregateId(),
                    event.eventId(),
                    event.name(),
                    event.revision(),
                    EventHash.time(event.recordedAt()),
                    event.payload(),
                    event.metadata(),
                    HexFormat.of().formatHex(event.hash().get()));
        }
    }
}
