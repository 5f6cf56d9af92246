package io.waybill.bench;

import io.waybill.command.CommandSide;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.context.ConfigurableApplicationContext;

/** Clients that send commands to a command side on the same machine, each as fast as it is answered. */
final class CommandsMeanwhile implements AutoCloseable {
    private static final int CLIENTS = 4;

    /** Noise is less than this; and more than one measurement is not to be its victim. */
    private static final double GROWS = 1.05;

    private static final int ENOUGH = 2;

    private final ConfigurableApplicationContext commandSide;
    private final Http http;

    CommandsMeanwhile() {
        TestDatabase owner = TestServers.postgres().newDatabase();
        TestDatabase guest = TestServers.postgres().newGuest(owner);
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port", 0,
                "spring.grpc.server.port", 0,
                "spring.datasource.url", guest.url(),
                "spring.datasource.username", guest.username(),
                "spring.datasource.password", guest.password()));
        // Whoever waits for a connection on a busy machine is slow, which is measured, and not refused.
        properties.put("spring.datasource.hikari.connection-timeout", 60_000);
        properties.put("spring.flyway.user", owner.username());
        properties.put("spring.flyway.password", owner.password());
        properties.put("waybill.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
        properties.put("waybill.kafka.topic", TestServers.kafka().newTopicName());
        commandSide = Service.start(CommandSide.class, "command-side", properties);
        http = new Http("http://127.0.0.1:" + commandSide.getEnvironment().getProperty("local.server.port"));
    }

    /** Commands accepted a second, from now until the work has ended. */
    double during(Callable<?> work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        LongAdder accepted = new LongAdder();
        long begun = System.nanoTime();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                sending.add(clients.submit(() -> {
                    while (!over.get()) {
                        register();
                        accepted.increment();
                    }
                    return null;
                }));
            }
            try {
                work.call();
            } finally {
                over.set(true);
            }
            for (Future<?> sent : sending) {
                sent.get();
            }
        }
        return accepted.sum() / ((System.nanoTime() - begun) / 1e9);
    }

    /** Commands accepted a second while nothing else goes on. */
    double undisturbed(long seconds) throws Exception {
        return during(() -> {
            TimeUnit.SECONDS.sleep(seconds);
            return null;
        });
    }

    /**
     * The same when all that is compiled while commands come has been: from a first second to that, they get faster by ten.
     *
     * @param seconds after which it is looked whether they still do
     */
    double warmedUp(long seconds) throws Exception {
        double fastest = 0;
        int notFaster = 0;
        while (notFaster < ENOUGH) {
            double now = undisturbed(seconds);
            notFaster = now > fastest * GROWS ? 0 : notFaster + 1;
            fastest = Math.max(fastest, now);
        }
        return fastest;
    }

    private void register() throws Exception {
        http.create("/api/v1/products", """
                {"sku": "B%s", "name": "A thing", "price": {"amount": "1.00", "currency": "GBP"}}
                """.formatted(
                        UUID.randomUUID().toString().substring(0, 18).replace("-", "")));
    }

    @Override
    public void close() {
        http.close();
        commandSide.close();
    }
}
