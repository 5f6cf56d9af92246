package io.waybill.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Asks for orders again and again, and compares each answer with what it was told before. */
final class SteadyReader implements Runnable {
    private final Supplier<List<Object>> orders;
    private final AtomicLong reads = new AtomicLong();
    private Map<Object, Long> before = Map.of();

    /** @param orders gives orders as the query side answers them; fails where it answers with an error */
    SteadyReader(Supplier<List<Object>> orders) {
        this.orders = orders;
    }

    /** How often it has asked and found nothing amiss. */
    long reads() {
        return reads.get();
    }

    @Override
    public void run() {
        Map<Object, Long> now = versions();
        for (Map.Entry<Object, Long> seen : before.entrySet()) {
            assertThat(now).as("answer %s", reads).containsKey(seen.getKey());
            assertThat(now.get(seen.getKey())).as("answer %s", reads).isGreaterThanOrEqualTo(seen.getValue());
        }
        before = now;
        reads.incrementAndGet();
    }

    private Map<Object, Long> versions() {
        Map<Object, Long> versions = new HashMap<>();
        for (Object order : orders.get()) {
            Map<?, ?> fields = (Map<?, ?>) order;
            versions.put(fields.get("orderId"), ((Number) fields.get("version")).longValue());
        }
        return versions;
    }
}
