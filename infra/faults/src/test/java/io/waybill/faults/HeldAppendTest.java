package io.waybill.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeldAppendTest {
    /** With -Pfaults, thousands. */
    private static final int COMMITS = Chance.enough(60, 2_000);

    /** Longer than a claim, a poll, a retry; with -Pfaults, than anything that is configured anywhere. */
    private static final Duration HELD = Duration.ofSeconds(Chance.enough(15, 90));

    @Test
    void an_append_that_commits_late_is_passed_by_nobody() throws Exception {
        Site site = Site.whole();
        String late;
        try (Trade _ = Trade.with(site);
                HeldAppend held = HeldAppend.in(site)) {
            site.ledger().fault();
            awaitCommits(site, held.transaction());
            held.commit();
            late = held.sku();
        }
        Proof.of(site, HeldAppendTest.class);
        long audited = site.servers()
                .sql("waybill_views")
                .sql("select count(*) from audit where entity_id = ?")
                .param(late)
                .query(Long.class)
                .single();
        assertThat(audited).isOne();
    }

    /** While the append is held, what commits is stored and not yet read. */
    private static void awaitCommits(Site site, String held) {
        JdbcClient events = site.servers().sql("waybill_events");
        long before = count(events);
        Instant until = Instant.now().plus(HELD);
        await().atMost(Site.PATIENCE)
                .until(() -> count(events) >= before + COMMITS && Instant.now().isAfter(until));
        // Not by their number: what had begun before the held one, and committed after the count, may well be read.
        boolean waits = events.sql("select transaction_id < ?::text::xid8 from relay")
                .param(held)
                .query(Boolean.class)
                .single();
        assertThat(waits).as("the relay stands before transaction %s", held).isTrue();
    }

    private static long count(JdbcClient events) {
        return events.sql("select count(*) from event").query(Long.class).single();
    }
}
