package io.waybill.faults;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class CrashTest {
    private static final int FEWEST = Chance.enough(3, 10);
    private static final int MOST = Chance.enough(10, 60);

    private final Chance chance = new Chance(CrashTest.class);

    @Test
    void every_process_may_be_killed_at_any_moment() throws Exception {
        Site site = Site.whole();
        try (Trade _ = Trade.with(site)) {
            for (int round = 0; round < Chance.rounds(); round++) {
                for (Mortal victim : chance.shuffled(site.mortals())) {
                    long until = site.ledger().commandsAcknowledged() + chance.between(FEWEST, MOST);
                    await().atMost(Site.PATIENCE).until(() -> site.ledger().commandsAcknowledged() >= until);
                    victim.kill().run();
                    site.ledger().fault();
                    victim.start().run();
                }
            }
        }
        Proof.of(site, CrashTest.class);
    }
}
