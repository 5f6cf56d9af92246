package io.waybill.rpc.history;

import io.grpc.StatusRuntimeException;
import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import io.waybill.rpc.HistoriesGrpc.HistoriesBlockingStub;
import io.waybill.rpc.HistoryEvent;
import io.waybill.rpc.HistoryPage;
import io.waybill.rpc.HistoryRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Histories from the command side, page by page; no answer within {@link #PATIENCE} is none. */
public final class RemoteHistories {
    /** Before an aggregate's first event. */
    public static final long BEGINNING = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A page's {@link HistoryPages#MAX_BYTES}, and the one event that may go beyond. */
    private static final int MAX_MESSAGE = 32 * 1024 * 1024;

    private final HistoriesBlockingStub commandSide;

    public RemoteHistories(HistoriesBlockingStub commandSide) {
        this.commandSide = commandSide.withMaxInboundMessageSize(MAX_MESSAGE);
    }

    /**
     * The aggregate's events behind this version, as they are stored now, oldest first.
     *
     * @param version {@link #BEGINNING}, or that of the last event of the page before
     * @throws HistoryUnavailableException if that cannot be told now
     */
    public Page after(String aggregateId, long version) {
        try {
            HistoryPage page = commandSide
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .find(HistoryRequest.newBuilder()
                            .setAggregateId(aggregateId)
                            .setAfter(version)
                            .build());
            return new Page(
                    page.getEventsList().stream().map(RemoteHistories::event).toList(), page.getLast());
        } catch (StatusRuntimeException unanswered) {
            throw new HistoryUnavailableException(
                    "the command side did not tell the history of " + aggregateId, unanswered);
        }
    }

    private static RecordedEvent event(HistoryEvent event) {
        return new RecordedEvent(
                event.getEventId(),
                event.getAggregateType(),
                event.getAggregateId(),
                event.getSequenceNumber(),
                event.getName(),
                event.getRevision(),
                Instant.ofEpochMilli(event.getRecordedAtMillis()),
                Bytes.of(event.getPayload().toByteArray()),
                event.getMetadataMap(),
                Bytes.of(event.getHash().toByteArray()));
    }

    /** @param last the version of the aggregate's last event when this was read; {@link #BEGINNING} if it has none */
    public record Page(List<RecordedEvent> events, long last) {
        public Page {
            events = List.copyOf(events);
        }
    }
}
