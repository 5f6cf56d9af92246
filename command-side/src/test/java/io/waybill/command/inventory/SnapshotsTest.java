package io.waybill.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.command.OpenTransaction;
import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stock with a long history. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class SnapshotsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 60;

    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void its_snapshot_is_made_aside_in_a_transaction_of_its_own() {
        service.stocked("LONG", 1);
        try (OpenTransaction _ = service.hold("lock table snapshot in exclusive mode")) {
            // Commands go on, though the thread that makes snapshots has to wait.
            for (int version = 1; version < EVENTS; version++) {
                receive(version);
            }
            await().atMost(PATIENCE)
                    .until(() -> count("select count(*) from pg_locks where relation = 'snapshot'::regclass"
                                    + " and not granted")
                            > 0);
            assertThat(snapshots()).isZero();
        }

        await().atMost(PATIENCE).until(() -> snapshots() == 1);
        assertThat(count("select count(*) from snapshot join event using (aggregate_id)"
                        + " where snapshot.xmin::text::bigint = transaction_id::text::bigint & 4294967295"))
                .as("commands that wrote a snapshot")
                .isZero();
        receive(EVENTS);
    }

    private static void receive(int version) {
        service.post("/api/v1/stock/long/main/receipts", "{\"quantity\":1}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"" + version + "\"");
    }

    private static long snapshots() {
        return count("select count(*) from snapshot where aggregate_id = 'LONG@MAIN'");
    }

    private static long count(String query) {
        return service.database.sql(query).query(Long.class).single();
    }
}
