package io.waybill.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers who order without pause until this is closed, which waits for their last answers. Most pay, some cannot, some
 * ask for what does not exist; now and then goods come in.
 */
final class Trade implements AutoCloseable {
    private static final int SKUS = 20;
    private static final int PIECES = 1_000_000;
    private static final int CUSTOMERS = 6;

    /**
     * Between an answer and the next wish. Two processors carry some tens of orders a second to their ends: what is ordered
     * beyond that, and takes the processors that a restart needs, is only waited for afterwards.
     */
    private static final Duration LONGEST_THOUGHT = Duration.ofMillis(Chance.enough(2_000, 100));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> customers;
    private volatile boolean open = true;

    /** Through the gateway. */
    static Trade with(Site site) {
        return at(site, Stream.of(site.gateway()));
    }

    /** @param nodes the customers' base addresses, taken in turn */
    static Trade at(Site site, Stream<String> nodes) {
        List<Customer> doors =
                nodes.map(node -> new Customer(node, site.ledger())).toList();
        String brand =
                "T" + Long.toString(System.nanoTime(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        List<String> skus =
                IntStream.range(0, SKUS).mapToObj(i -> brand + "-" + i).toList();
        for (String sku : skus) {
            doors.getFirst().register(sku);
            doors.getFirst().receive(sku, PIECES);
        }
        return new Trade(doors, skus);
    }

    private Trade(List<Customer> doors, List<String> skus) {
        customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> shop(doors.get(i % doors.size()), skus, Chance.wishes(i)), threads))
                .toList();
    }

    private void shop(Customer customer, List<String> skus, Random chance) {
        while (open) {
            String sku = skus.get(chance.nextInt(skus.size()));
            int pieces = chance.nextInt(1, 4);
            switch (chance.nextInt(10)) {
                case 0 -> customer.order("NO-SUCH-THING", pieces, "tok_approve");
                case 1 -> customer.order(sku, pieces, "tok_decline");
                case 2 -> customer.receive(sku, pieces);
                default -> customer.order(sku, pieces, "tok_approve");
            }
            LockSupport.parkNanos(chance.nextLong(LONGEST_THOUGHT.toNanos()));
        }
    }

    /** @throws java.util.concurrent.CompletionException if a customer never got an answer */
    @Override
    public void close() {
        open = false;
        CompletableFuture.allOf(customers.toArray(CompletableFuture[]::new)).join();
        threads.close();
    }
}
