package io.waybill.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokenConnectionsTest {
    private static final int BREAKS = Chance.enough(4, 20);
    private static final Duration DELAY = Duration.ofMillis(30);
    private static final Duration AWAY = Duration.ofSeconds(2);

    private final Chance chance = new Chance(BrokenConnectionsTest.class);

    @Test
    void connections_break_in_the_middle_and_carry_slowly() throws Exception {
        Site site = Site.whole();
        try (Trade _ = Trade.with(site)) {
            for (int round = 0; round < Chance.rounds(); round++) {
                for (TcpProxy network : chance.shuffled(site.servers().networks())) {
                    breakOften(site, network);
                    slow(site, network);
                    away(site, network);
                }
            }
        }
        Proof.of(site, BrokenConnectionsTest.class);
    }

    private void breakOften(Site site, TcpProxy network) {
        for (int i = 0; i < BREAKS; i++) {
            network.breakOff();
            site.ledger().fault();
            acknowledged(site, chance.between(1, 10));
        }
    }

    private void slow(Site site, TcpProxy network) {
        network.slow(DELAY);
        site.ledger().fault();
        acknowledged(site, 10);
        network.heal();
    }

    private static void away(Site site, TcpProxy network) {
        network.cut();
        site.ledger().fault();
        await().pollDelay(AWAY).until(() -> true);
        network.heal();
        acknowledged(site, 10);
    }

    private static void acknowledged(Site site, int more) {
        long until = site.ledger().commandsAcknowledged() + more;
        await().atMost(Site.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> site.ledger().commandsAcknowledged() >= until);
    }
}
