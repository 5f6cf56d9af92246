package io.waybill.faults;

import static org.awaitility.Awaitility.await;

import io.waybill.servers.Ports;
import io.waybill.standalone.LocalService;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private static final int COMMANDS = Chance.enough(60, 3_000);

    @Test
    void two_nodes_share_all_aggregates_and_the_clock_of_one_is_five_minutes_ahead() throws Exception {
        Site site = Site.whole();
        ServiceProcess ahead = secondNode(site);
        ahead.start();
        try {
            await().atMost(Site.PATIENCE).until(ahead::isReady);
            site.ledger().fault();
            long until = site.ledger().commandsAcknowledged() + COMMANDS;
            try (Trade _ = Trade.at(site, Stream.of(site.service("command-side").url(), ahead.url()))) {
                // Who writes to what is chance; so they trade until both have written to one, too.
                await().atMost(Site.PATIENCE.multipliedBy(Chance.rounds()))
                        .until(() ->
                                site.ledger().commandsAcknowledged() >= until && aggregatesWhoseTimesGoBack(site) > 0);
            }
        } finally {
            ahead.kill();
        }
        Proof.of(site, TwoNodesTest.class);
    }

    private static ServiceProcess secondNode(Site site) {
        LocalService first = site.plan("command-side");
        int port = Ports.free();
        Map<String, Object> properties = new HashMap<>(first.properties());
        properties.put("server.port", port);
        properties.put("spring.grpc.server.port", Ports.free());
        LocalService second = new LocalService(first.name(), first.application(), port, first.needs(), properties);
        return new ServiceProcess(second, FiveMinutesAhead.class, site.log("command-side-ahead"));
    }

    private static long aggregatesWhoseTimesGoBack(Site site) {
        return site.servers().sql("waybill_events").sql("""
                        select count(distinct aggregate_id)
                          from (select aggregate_id, recorded_at,
                                       lag(recorded_at) over (partition by aggregate_id order by sequence_number) before
                                  from event) e
                         where recorded_at < before - interval '4 minutes'
                        """).query(Long.class).single();
    }
}
