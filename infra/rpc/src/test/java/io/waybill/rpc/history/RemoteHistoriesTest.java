package io.waybill.rpc.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.rpc.HistoriesGrpc;
import io.waybill.rpc.HistoryPage;
import io.waybill.rpc.HistoryRequest;
import io.waybill.rpc.history.RemoteHistories.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteHistoriesTest {
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123Z");

    private final List<StoredEvent> stored = new ArrayList<>();
    private Server server;
    private ManagedChannel channel;
    private RemoteHistories histories;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new Stored())
                .build()
                .start();
        channel = Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
        histories = new RemoteHistories(HistoriesGrpc.newBlockingStub(channel));
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void an_event_arrives_as_it_was_recorded() {
        happened("{\"name\":\"関 孝和\"}");

        Page page = page(RemoteHistories.BEGINNING);

        RecordedEvent event = page.events().getFirst();
        assertThat(page.last()).isZero();
        assertThat(event.eventId()).isEqualTo("event-0");
        assertThat(event.aggregateType()).isEqualTo("Order");
        assertThat(event.aggregateId()).isEqualTo("one");
        assertThat(event.name()).isEqualTo("OrderPlaced");
        assertThat(event.revision()).isEqualTo("2");
        assertThat(event.recordedAt()).isEqualTo(AT);
        assertThat(new String(event.payload().get(), UTF_8)).isEqualTo("{\"name\":\"関 孝和\"}");
        assertThat(event.metadata()).isEqualTo(Map.of("actor", "ada"));
        assertThat(event.hash().get()).isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void a_long_history_comes_in_pages() {
        for (int i = 0; i < HistoryPages.MAX_EVENTS + 1; i++) {
            happened("{}");
        }

        Page first = page(RemoteHistories.BEGINNING);
        Page second = page(first.events().getLast().sequenceNumber());

        assertThat(first.events()).hasSize(HistoryPages.MAX_EVENTS);
        assertThat(first.last()).isEqualTo(HistoryPages.MAX_EVENTS);
        assertThat(second.events()).hasSize(1);
    }

    @Test
    void large_events_make_shorter_pages_and_one_comes_however_large_it_is() {
        String large = "\"" + "x".repeat(6 * 1024 * 1024) + "\"";
        happened(large);
        happened(large);

        Page first = page(RemoteHistories.BEGINNING);

        assertThat(first.events()).hasSize(1);
        assertThat(first.last()).isEqualTo(1);
    }

    @Test
    void of_what_never_happened_nothing_comes() {
        assertThat(page(RemoteHistories.BEGINNING).events()).isEmpty();
    }

    @Test
    void a_command_side_that_is_away_is_no_empty_history() {
        server.shutdownNow();

        assertThatThrownBy(() -> histories.after("one", RemoteHistories.BEGINNING))
                .isInstanceOf(HistoryUnavailableException.class);
    }

    /** The first answer may take longer than anybody waits for a page. */
    private Page page(long after) {
        return await().atMost(Duration.ofMinutes(2))
                .ignoreException(HistoryUnavailableException.class)
                .until(() -> histories.after("one", after), answer -> true);
    }

    private void happened(String payload) {
        stored.add(new StoredEvent(
                StorePosition.START,
                "event-" + stored.size(),
                "Order",
                "one",
                stored.size(),
                "OrderPlaced",
                2,
                AT,
                payload,
                "{\"actor\":\"ada\"}",
                Bytes.of(new byte[] {1, 2, 3})));
    }

    private final class Stored extends HistoriesGrpc.HistoriesImplBase {
        @Override
        public void find(HistoryRequest request, StreamObserver<HistoryPage> reply) {
            reply.onNext(HistoryPages.of(
                    stored.stream()
                            .filter(event -> event.sequenceNumber() > request.getAfter())
                            .limit(HistoryPages.MAX_EVENTS)
                            .toList(),
                    stored.size() - 1));
            reply.onCompleted();
        }
    }
}
