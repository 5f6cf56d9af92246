package io.waybill.query.watch;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealServers(Server.POSTGRES)
class ViewChangesTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static RunningQuerySide service;
    private static ViewChanges changes;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("product");
        changes = service.bean(ViewChanges.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void only_who_watches_what_changed_is_told_and_of_everything_all() throws InterruptedException {
        awaitListening();
        try (Watch mug = changes.watch("MUG");
                Watch hat = changes.watch("HAT")) {
            notice("CUP\nMUG");

            assertThat(mug.await(LONG)).isTrue();
            assertThat(hat.await(SHORT)).isFalse();

            notice("*");
            assertThat(mug.await(LONG)).isTrue();
            assertThat(hat.await(LONG)).isTrue();
        }
        assertThat(changes.watching()).isZero();
    }

    @Test
    void a_connection_that_breaks_is_made_again_and_who_waits_looks_for_himself_meanwhile()
            throws InterruptedException {
        awaitListening();
        try (Watch mug = changes.watch("MUG")) {
            // Its own role may end its sessions.
            service.bean(JdbcClient.class)
                    .sql("select pg_terminate_backend(pid, 60000) from pg_stat_activity"
                            + " where datname = current_database() and query = 'listen waybill_view'")
                    .query(Boolean.class)
                    .list();

            assertThat(mug.await(LONG)).isTrue();

            awaitListening();
            // Whatever the new connection told at its beginning.
            boolean _ = mug.await(SHORT);
            notice("MUG");
            assertThat(mug.await(LONG)).isTrue();
        }
    }

    private static void awaitListening() {
        await().atMost(2, MINUTES).until(changes::isListening);
    }

    private static void notice(String text) {
        service.fold()
                .jdbc()
                .sql("select pg_notify('waybill_view', ?)")
                .param(text)
                .query((row, number) -> number)
                .list();
    }
}
