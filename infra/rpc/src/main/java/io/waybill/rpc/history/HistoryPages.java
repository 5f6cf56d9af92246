package io.waybill.rpc.history;

import com.google.protobuf.ByteString;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.rpc.HistoryEvent;
import io.waybill.rpc.HistoryPage;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pages of a history as whoever has it sends them. */
public final class HistoryPages {
    /** Events beyond which a page ends. */
    public static final int MAX_EVENTS = 200;

    /** Bytes of payload beyond which a page ends, with one event at least. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private HistoryPages() {}

    /**
     * A page.
     *
     * @param events of which it has as many as fit
     * @param last the version of the aggregate's last event, read no later than these; -1 if it has none
     */
    public static HistoryPage of(List<StoredEvent> events, long last) {
        HistoryPage.Builder page = HistoryPage.newBuilder().setLast(last);
        int bytes = 0;
        for (StoredEvent event : events) {
            if (page.getEventsCount() == MAX_EVENTS || bytes > MAX_BYTES) {
                return page.build();
            }
            HistoryEvent next = event(event);
            bytes += next.getPayload().size();
            page.addEvents(next);
        }
        return page.build();
    }

    private static HistoryEvent event(StoredEvent event) {
        return HistoryEvent.newBuilder()
                .setEventId(event.eventId())
                .setAggregateType(event.aggregateType())
                .setAggregateId(event.aggregateId())
                .setSequenceNumber(event.sequenceNumber())
                .setName(event.name())
                .setRevision(Integer.toString(event.revision()))
                .setRecordedAtMillis(event.recordedAt().toEpochMilli())
                .setPayload(ByteString.copyFromUtf8(event.payload()))
                .putAllMetadata(JSON.readValue(event.metadata(), TEXTS))
                .setHash(ByteString.copyFrom(event.hash().get()))
                .build();
    }
}
