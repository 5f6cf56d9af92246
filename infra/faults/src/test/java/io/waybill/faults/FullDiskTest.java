package io.waybill.faults;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class FullDiskTest {
    private static final int FAILURES = Chance.enough(8, 20);

    @Test
    void on_a_full_disk_commands_fail_cleanly_and_work_resumes_when_there_is_room() throws Exception {
        Site site = Site.whole();
        assumeThat(site.servers().disk().mounted())
                .as("a file system of a bounded size can be mounted here")
                .isTrue();
        try (Trade _ = Trade.with(site)) {
            for (int round = 0; round < Chance.rounds(); round++) {
                site.servers().disk().fill();
                site.ledger().fault();
                long until = site.ledger().sentAgain() + FAILURES;
                await().atMost(Site.PATIENCE).until(() -> site.ledger().sentAgain() >= until);
                site.servers().disk().free();
                site.heal();
                long resumed = site.ledger().commandsAcknowledged() + FAILURES;
                await().atMost(Site.PATIENCE).until(() -> site.ledger().commandsAcknowledged() >= resumed);
            }
        }

        Proof.of(site, FullDiskTest.class);
    }
}
