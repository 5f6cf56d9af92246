package io.waybill.command.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.waybill.command.RunningCommandSide;
import io.waybill.eventing.RecordedEvent;
import io.waybill.rpc.HistoriesGrpc;
import io.waybill.rpc.history.HistoryUnavailableException;
import io.waybill.rpc.history.RemoteHistories;
import io.waybill.rpc.history.RemoteHistories.Page;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RealServers({Server.POSTGRES, Server.KAFKA})
class HistoryEndpointTest {
    @Test
    void one_aggregates_history_is_told_as_it_is_stored_and_no_other() {
        try (RunningCommandSide service = RunningCommandSide.start()) {
            service.stocked("MUG", 5);
            service.post("/api/v1/stock/MUG/main/receipts", "{\"quantity\":7}")
                    .expectStatus()
                    .isCreated();
            ManagedChannel channel = service.rpc();
            RemoteHistories histories = new RemoteHistories(HistoriesGrpc.newBlockingStub(channel));

            // The first answer may take longer than anybody waits for a page.
            Page all = await().atMost(Duration.ofMinutes(2))
                    .ignoreException(HistoryUnavailableException.class)
                    .until(() -> histories.after("MUG@MAIN", RemoteHistories.BEGINNING), answer -> true);
            Page rest = histories.after("MUG@MAIN", 0);
            Page none = histories.after("NOTHING@MAIN", RemoteHistories.BEGINNING);

            channel.shutdownNow();
            assertThat(all.events().stream().map(RecordedEvent::name))
                    .containsExactly("StockReceived", "StockReceived");
            assertThat(all.events().stream().map(RecordedEvent::sequenceNumber)).containsExactly(0L, 1L);
            assertThat(all.events().getFirst().metadata()).containsKey("correlationId");
            assertThat(all.events().getFirst().hash().get()).hasSize(32);
            assertThat(all.last()).isEqualTo(1);
            assertThat(rest.events().stream().map(RecordedEvent::eventId))
                    .containsExactly(all.events().getLast().eventId());
            assertThat(none.events()).isEmpty();
            assertThat(none.last()).isEqualTo(RemoteHistories.BEGINNING);
        }
    }
}
